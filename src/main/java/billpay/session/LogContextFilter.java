package billpay.session;

import java.io.IOException;

import billpay.web.error.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every log line of a request the request's id, the client's address and the
 * session's fingerprint (OWASP ASVS 16.2.1). The user is part of the events themselves.
 */
final class LogContextFilter extends OncePerRequestFilter {

	private final CookieSerializer cookies;

	LogContextFilter(CookieSerializer cookies) {
		this.cookies = cookies;
	}

	/**
	 * The error page logs too, after the first dispatch has removed the values.
	 */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String session = this.cookies.readCookieValues(request)
			.stream()
			.findFirst()
			.map(SessionFingerprint::of)
			.orElse("none");
		String context = "request=%s session=%s address=%s".formatted(RequestId.of(request), session,
				request.getRemoteAddr());
		try (MDC.MDCCloseable during = MDC.putCloseable("request", context)) {
			chain.doFilter(request, response);
		}
	}

}
