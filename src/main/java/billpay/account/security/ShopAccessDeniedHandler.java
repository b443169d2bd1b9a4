package billpay.account.security;

import java.io.IOException;
import java.util.Optional;

import billpay.account.login.LoginPageRedirector;
import billpay.web.ReturnPath;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Handles a request that is not allowed. Most often a form was left open until its
 * session ended or changed in another tab. The customer is told which of these it was, as
 * far as the server can know, and redirected; the request itself is not replayed.
 */
@Component
class ShopAccessDeniedHandler implements AccessDeniedHandler {

	private static final Logger log = LoggerFactory.getLogger(ShopAccessDeniedHandler.class);

	/** The field of Spring Security's own token repositories. */
	private static final String TOKEN = "_csrf";

	private final LoginPageRedirector login;

	ShopAccessDeniedHandler(LoginPageRedirector login) {
		this.login = login;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		String user = user();
		boolean badToken = denied instanceof CsrfException;
		log.warn("{}: user={} request={}", (badToken) ? "csrf-refused" : "access-denied", user,
				SensitiveDataRedactor.redactRequest(request));
		if (!badToken) {
			response.sendError(HttpStatus.FORBIDDEN.value(), reason(request));
		}
		else if (user != null && LoginPageRedirector.isLoginOrSignUp(request)) {
			this.login.redirectHome("notice.signed-in-already", request, response);
		}
		else if (user != null) {
			response.sendError(HttpStatus.FORBIDDEN.value(), (hasToken(request)) ? "login.old-form" : "login.no-token");
		}
		else {
			this.login.redirect(notice(request), request, response, nextOf(request));
		}
	}

	private static String notice(HttpServletRequest request) {
		if (LoginPageRedirector.sessionHasEnded(request)) {
			return (LoginPageRedirector.isLoginOrSignUp(request)) ? "login.expired-form" : "login.session-ended";
		}
		return (hasToken(request)) ? "login.stale-form" : "login.no-token";
	}

	// Spring Security has one exception for a token that is missing and one that is
	// wrong.
	private static boolean hasToken(HttpServletRequest request) {
		return StringUtils.hasLength(request.getParameter(TOKEN));
	}

	private static String reason(HttpServletRequest request) {
		return (request.getServletPath().startsWith(SecurityConfiguration.INSTRUCTOR_PATH)) ? "error.instructor-only"
				: "error.403";
	}

	// Not the request's remote user: the CSRF token is checked before Spring Security
	// sets it.
	private static @Nullable String user() {
		Authentication user = SecurityContextHolder.getContext().getAuthentication();
		return (user != null && !(user instanceof AnonymousAuthenticationToken)) ? user.getName() : null;
	}

	private static Optional<ReturnPath> nextOf(HttpServletRequest request) {
		return ReturnPath.of(request.getParameter("next")).or(() -> ReturnPath.fromRequest(request));
	}

}
