package billpay.web;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that no browser sends for our forms: one name twice, a NUL, bytes
 * that are no UTF-8, percent-encoding that is none (400), more than a form can hold
 * (413). Behind it nobody has to wonder which of two values counts.
 */
class WellFormedRequests extends OncePerRequestFilter {

	private static final char NUL = '\0';

	private static final char REPLACEMENT = '\uFFFD';

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			if (!request.getParameterMap().entrySet().stream().allMatch(WellFormedRequests::isWellFormed)) {
				response.sendError(HttpStatus.BAD_REQUEST.value());
				return;
			}
		}
		catch (InvalidParameterException ex) {
			// Nobody is there to be told when the client has left in the middle of its
			// form.
			if (!response.isCommitted()) {
				response.sendError(ex.getErrorCode());
			}
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean isWellFormed(Map.Entry<String, String[]> parameter) {
		return parameter.getValue().length == 1 && isText(parameter.getKey()) && isText(parameter.getValue()[0]);
	}

	private static boolean isText(String value) {
		return value.indexOf(NUL) < 0 && value.indexOf(REPLACEMENT) < 0;
	}

}
