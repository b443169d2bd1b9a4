package billpay.web.security;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that no browser sends for our forms: a repeated name, or a NUL
 * (400). Reading them here also makes Tomcat refuse those that it cannot read.
 */
class ParameterValidationFilter extends OncePerRequestFilter {

	private static final char NUL = '\0';

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getParameterMap().entrySet().stream().allMatch(ParameterValidationFilter::isWellFormed)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.BAD_REQUEST.value());
		}
	}

	private static boolean isWellFormed(Map.Entry<String, String[]> parameter) {
		return parameter.getValue().length == 1 && parameter.getKey().indexOf(NUL) < 0
				&& parameter.getValue()[0].indexOf(NUL) < 0;
	}

}
