package billpay.session;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Excludes from a session filter what needs no session: static files and the health check
 * neither read a session nor prolong one.
 */
record SkipSessionlessFilter(Filter filter) implements Filter {

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (SessionlessRequests.matches((HttpServletRequest) request)) {
			chain.doFilter(request, response);
		}
		else {
			this.filter.doFilter(request, response, chain);
		}
	}

}
