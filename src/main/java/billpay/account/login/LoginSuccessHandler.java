package billpay.account.login;

import java.io.IOException;

import billpay.account.VisitorCookie;
import billpay.account.login.throttle.BrowserIdentityCookie;
import billpay.web.ReturnPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * Sets the visitor and the browser cookie after a login and redirects to the page that
 * was asked for, if it is one of ours (OWASP ASVS 3.7.2).
 */
@Component
public class LoginSuccessHandler extends SimpleUrlAuthenticationSuccessHandler {

	private static final String FIRST_PAGE = "/lookup";

	private final VisitorCookie visitorCookie;

	private final BrowserIdentityCookie browserCookie;

	LoginSuccessHandler(VisitorCookie visitorCookie, BrowserIdentityCookie browserCookie, RedirectStrategy redirects) {
		this.visitorCookie = visitorCookie;
		this.browserCookie = browserCookie;
		setRedirectStrategy(redirects);
	}

	static String target(@Nullable String next) {
		return ReturnPath.of(next).map(ReturnPath::value).orElse(FIRST_PAGE);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
			throws IOException, ServletException {
		remember(user, request, response);
		super.onAuthenticationSuccess(request, response, user);
	}

	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
		return target(request.getParameter("next"));
	}

	// Also creates the CSRF token of the new session: otherwise the first page with a
	// form would, and a page that only shows something would change the session.
	void remember(Authentication user, HttpServletRequest request, HttpServletResponse response) {
		this.visitorCookie.remember(user.getName(), request, response);
		this.browserCookie.remember(user.getName(), request, response);
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			token.getToken();
		}
	}

}
