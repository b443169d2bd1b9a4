package billpay.account.login;

import java.io.IOException;

import billpay.web.ReturnPath;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Redirects an unauthenticated request to the login page. The requested page is kept in
 * the address and not in a saved request, so that anonymous requests do not create
 * sessions. A page that does not exist is answered with 404. A session whose account does
 * not exist any more is ended.
 */
@Component
public class LoginEntryPoint implements AuthenticationEntryPoint {

	private static final Logger log = LoggerFactory.getLogger(LoginEntryPoint.class);

	private final LoginPageRedirector redirect;

	private final ObjectProvider<RequestMappingHandlerMapping> mapping;

	LoginEntryPoint(LoginPageRedirector redirect,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
		this.redirect = redirect;
		this.mapping = mapping;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		try {
			if (exists(request)) {
				log.info("sign-in-required: request={}", SensitiveDataRedactor.redactRequest(request));
				redirect(request, response, ex);
			}
			else {
				response.sendError(HttpStatus.NOT_FOUND.value());
			}
		}
		catch (HttpRequestMethodNotSupportedException wrongMethod) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", wrongMethod.getSupportedMethods()));
			response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
		}
	}

	private void redirect(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (ex instanceof UsernameNotFoundException) {
			request.getSession().invalidate();
			// Another one, for the notice.
			request.getSession();
			this.redirect.redirect("login.session-ended", request, response, ReturnPath.fromRequest(request));
		}
		else {
			this.redirect.redirect(request, response, ReturnPath.fromRequest(request));
		}
	}

	private boolean exists(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
		RequestMappingHandlerMapping mapping = this.mapping.getObject();
		ServletRequestPathUtils.parseAndCache(request);
		try {
			return mapping.getHandler(request) != null;
		}
		catch (HttpRequestMethodNotSupportedException wrongMethod) {
			throw wrongMethod;
		}
		catch (Exception unreadable) {
			return false;
		}
		finally {
			ServletRequestPathUtils.clearParsedRequestPath(request);
		}
	}

}
