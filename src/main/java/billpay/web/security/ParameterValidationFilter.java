package billpay.web.security;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that no browser sends for our forms: a repeated name, a NUL, invalid
 * UTF-8 or percent-encoding (400), or too much data (413).
 */
class ParameterValidationFilter extends OncePerRequestFilter {

	private static final char NUL = '\0';

	private static final char REPLACEMENT = '\uFFFD';

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpStatus refusal = refusal(request);
		if (refusal == null) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(new WithoutParameters(request), response);
		}
		else if (!response.isCommitted()) { // or Tomcat has refused a broken body already
			response.sendError(refusal.value());
		}
	}

	private static @Nullable HttpStatus refusal(HttpServletRequest request) {
		try {
			boolean wellFormed = request.getParameterMap()
				.entrySet()
				.stream()
				.allMatch(ParameterValidationFilter::isWellFormed);
			return (wellFormed) ? null : HttpStatus.BAD_REQUEST;
		}
		catch (InvalidParameterException ex) {
			return (ex.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) ? HttpStatus.CONTENT_TOO_LARGE
					: HttpStatus.BAD_REQUEST;
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static boolean isWellFormed(Map.Entry<String, String[]> parameter) {
		return parameter.getValue().length == 1 && isText(parameter.getKey()) && isText(parameter.getValue()[0]);
	}

	private static boolean isText(String value) {
		return value.indexOf(NUL) < 0 && value.indexOf(REPLACEMENT) < 0;
	}

	/**
	 * What the error page sees: parameters that could not be read once cannot be read
	 * there either, and it needs none.
	 */
	private static final class WithoutParameters extends HttpServletRequestWrapper {

		WithoutParameters(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

	}

}
