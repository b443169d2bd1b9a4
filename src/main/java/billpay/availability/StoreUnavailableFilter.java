package billpay.availability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import billpay.web.LanguageCookieLocaleResolver;
import billpay.web.error.PlainErrorPage;
import billpay.web.error.RequestId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 with {@code Retry-After} and an error page when the database or the session
 * store is unavailable ({@link StoreUnavailableException}). A page that works without the
 * session is shown without it. When the outage begins while the error page is being
 * rendered, a plain page is sent that needs no store.
 */
class StoreUnavailableFilter extends OncePerRequestFilter {

	private static final String RETRY_AFTER_SECONDS = "5";

	private static final Logger log = LoggerFactory.getLogger(StoreUnavailableFilter.class);

	private final Set<String> sessionOptionalPaths;

	private final MessageSource messages;

	private final PlainErrorPage page;

	StoreUnavailableFilter(Set<String> sessionOptionalPaths, MessageSource messages, PlainErrorPage page) {
		this.sessionOptionalPaths = sessionOptionalPaths;
		this.messages = messages;
		this.page = page;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			StoreUnavailableException outage = StoreUnavailableException.findIn(ex);
			if (outage == null || response.isCommitted()) {
				throw ex;
			}
			answer(outage, request, response);
		}
	}

	private void answer(StoreUnavailableException outage, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		log.warn("store-unavailable: store={} request={} {} cause={}", outage.store(), RequestId.of(request),
				request.getMethod(), String.valueOf(outage.getCause()));
		outage.recordIn(request);
		if (outage.store() == StoreUnavailableException.Store.SESSIONS
				&& request.getDispatcherType() == DispatcherType.REQUEST && HttpMethod.GET.matches(request.getMethod())
				&& this.sessionOptionalPaths.contains(request.getServletPath())) {
			response.resetBuffer();
			request.getRequestDispatcher(request.getServletPath()).forward(request, response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			writePlainPage(outage, request, response);
		}
		else {
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), outage.store().messageKey());
		}
	}

	private void writePlainPage(StoreUnavailableException outage, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		response.resetBuffer();
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setContentType("text/html;charset=UTF-8");
		Locale locale = LanguageCookieLocaleResolver.preferred(request);
		String sentence = this.messages.getMessage(outage.store().messageKey(), null, locale);
		// As pages do: a response that has given out its stream has no writer any more.
		String page = this.page.render(HttpStatus.SERVICE_UNAVAILABLE.value(), sentence, locale);
		response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
	}

}
