package billpay.account;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a POST that the browser itself says another site has caused (Fetch Metadata),
 * before the token in it is looked at. A client that sends no such header is judged by
 * its token alone.
 */
class CrossSiteRequests extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(CrossSiteRequests.class);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (HttpMethod.POST.matches(request.getMethod()) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
			log.warn("cross-site-refused: request=POST {}", request.getServletPath());
			response.sendError(HttpStatus.FORBIDDEN.value(), "error.cross-site");
			return;
		}
		chain.doFilter(request, response);
	}

}
