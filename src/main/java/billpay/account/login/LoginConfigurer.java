package billpay.account.login;

import billpay.account.login.throttle.BrowserIdentityCookie;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.stereotype.Component;

/**
 * Logs customers in and out with Spring Security's form login. A refused login is
 * forwarded to {@link LoginController}, which shows the form again.
 */
@Component
public class LoginConfigurer extends AbstractHttpConfigurer<LoginConfigurer, HttpSecurity> {

	private static final String LOGIN_PAGE = "/login";

	private final BrowserIdentityCookie browserCookie;

	private final LoginSuccessHandler successHandler;

	private final LoginEntryPoint entryPoint;

	private final ShopLogoutHandler logoutHandler;

	LoginConfigurer(BrowserIdentityCookie browserCookie, LoginSuccessHandler successHandler, LoginEntryPoint entryPoint,
			ShopLogoutHandler logoutHandler) {
		this.browserCookie = browserCookie;
		this.successHandler = successHandler;
		this.entryPoint = entryPoint;
		this.logoutHandler = logoutHandler;
	}

	@Override
	public void init(HttpSecurity http) {
		http.formLogin((login) -> login.loginPage(LOGIN_PAGE)
			.authenticationDetailsSource(this.browserCookie)
			.successHandler(this.successHandler)
			.failureForwardUrl(LOGIN_PAGE));
		http.logout((logout) -> logout.addLogoutHandler(this.logoutHandler).logoutSuccessHandler(this.logoutHandler));
		http.exceptionHandling((required) -> required.authenticationEntryPoint(this.entryPoint));
	}

}
