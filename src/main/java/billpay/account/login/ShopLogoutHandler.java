package billpay.account.login;

import java.io.IOException;

import billpay.account.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Updates the time in the visitor cookie at logout and makes the browser clear its cache
 * (OWASP ASVS 14.3.1). Long-lived cookies are kept. Redirects to the logout page, which
 * confirms the logout.
 */
@Component
public class ShopLogoutHandler implements LogoutHandler, LogoutSuccessHandler {

	private final VisitorCookie visitorCookie;

	private final RedirectStrategy redirects;

	ShopLogoutHandler(VisitorCookie visitorCookie, RedirectStrategy redirects) {
		this.visitorCookie = visitorCookie;
		this.redirects = redirects;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
		if (authentication != null) {
			this.visitorCookie.remember(authentication.getName(), request, response);
		}
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		this.redirects.sendRedirect(request, response, "/logout");
	}

}
