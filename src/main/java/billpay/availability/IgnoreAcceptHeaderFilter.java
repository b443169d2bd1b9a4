package billpay.availability;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides the {@code Accept} header from the health check. Otherwise Actuator answers 406
 * to a load balancer that asks for HTML, and Spring MVC answers 406 to an invalid media
 * type.
 */
final class IgnoreAcceptHeaderFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new WithoutAccept(request), response);
	}

	/**
	 * A request for any media type.
	 */
	private static final class WithoutAccept extends HttpServletRequestWrapper {

		WithoutAccept(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return (HttpHeaders.ACCEPT.equalsIgnoreCase(name)) ? Collections.emptyEnumeration()
					: super.getHeaders(name);
		}

	}

}
