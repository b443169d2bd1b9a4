package billpay.account.security;

import java.io.IOException;

import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a POST without any cookie before Spring Security creates a session to look for
 * its CSRF token. Either the browser blocks cookies, or another site has sent the form:
 * then a new session cookie would replace that of the browser's session.
 */
class MissingCookieFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(MissingCookieFilter.class);

	private final RequestMatcher tokenRequired;

	MissingCookieFilter(RequestMatcher tokenRequired) {
		this.tokenRequired = tokenRequired;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getCookies() != null || !this.tokenRequired.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		log.warn("csrf-refused: user=null request={}", SensitiveDataRedactor.redactRequest(request));
		response.sendError(HttpStatus.FORBIDDEN.value(), "login.no-cookie");
	}

}
