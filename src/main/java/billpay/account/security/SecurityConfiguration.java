package billpay.account.security;

import billpay.account.login.LoginEntryPoint;
import billpay.account.login.LoginSessionStrategy;
import billpay.account.login.LoginSuccessHandler;
import billpay.account.login.ShopLogoutHandler;
import billpay.account.login.throttle.BrowserIdentityCookie;
import billpay.demo.DemoProperties;
import billpay.session.SessionProperties;
import billpay.session.SessionlessRequests;
import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.jdbc.JdbcDaoImpl;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;

/**
 * Configures Spring Security: access rules, login, logout, sessions and CSRF protection.
 * A refused login is forwarded to {@code LoginController}, which shows the form again.
 * Other modules open their pages to everybody with {@code Customizer} beans. Response
 * headers are set by {@code web}, so that they reach responses outside this chain.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String LOGIN_PAGE = "/login";

	/** What is for the instructor alone stands below this path. */
	static final String INSTRUCTOR_PATH = "/instructor";

	/**
	 * Only a POST needs a CSRF token: no handler serves another method that changes
	 * anything ({@code FormTokenTests}), so that a PUT is answered with 405, and not with
	 * 403 because it has no token.
	 */
	private static final RequestMatcher POST = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/**");

	@Bean
	SecurityFilterChain shopSecurity(HttpSecurity http, AuthorizationManager<RequestAuthorizationContext> account,
			BrowserIdentityCookie browserCookie, LoginSuccessHandler loginSuccess, ShopLogoutHandler logoutHandler,
			LoginSessionStrategy loginSession, SessionProperties sessionLimits,
			MaximumSessionsExpiredStrategy expiredStrategy, LoginEntryPoint loginRequired,
			ShopAccessDeniedHandler accessDenied) {
		http.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers("/", LOGIN_PAGE, "/logout", "/signup", "/error")
			.permitAll()
			.requestMatchers(INSTRUCTOR_PATH + "/**")
			.access(AuthorizationManagers.allOf(account, AuthorityAuthorizationManager.hasRole("INSTRUCTOR")))
			.anyRequest()
			.access(account));
		http.formLogin((login) -> login.loginPage(LOGIN_PAGE)
			.authenticationDetailsSource(browserCookie)
			.successHandler(loginSuccess)
			.failureForwardUrl(LOGIN_PAGE));
		http.logout((logout) -> logout.addLogoutHandler(logoutHandler).logoutSuccessHandler(logoutHandler));
		http.sessionManagement((sessions) -> sessions.sessionAuthenticationStrategy(loginSession)
			.maximumSessions(sessionLimits.maxPerAccount())
			.expiredSessionStrategy(expiredStrategy));
		http.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(POST));
		http.addFilterBefore(new MissingCookieFilter(POST), CsrfFilter.class);
		http.exceptionHandling(
				(exceptions) -> exceptions.authenticationEntryPoint(loginRequired).accessDeniedHandler(accessDenied));
		return http.build();
	}

	// Spring Security applies these two customizers to the chain of the lab too. No
	// request is saved, because every anonymous one would create a session for it:
	// LoginEntryPoint keeps the requested page in the address.
	@Bean
	Customizer<RequestCacheConfigurer<HttpSecurity>> noRequestCache() {
		return RequestCacheConfigurer::disable;
	}

	@Bean
	Customizer<HeadersConfigurer<HttpSecurity>> cacheControlOnly() {
		return (headers) -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults());
	}

	// Static files and the health check pass no filter of Spring Security, only its
	// firewall.
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain sessionlessSecurity() {
		return new DefaultSecurityFilterChain(SessionlessRequests::matches);
	}

	// 303 and not 302: the browser follows it with GET (RFC 9110, section 15.4.4).
	@Bean
	RedirectStrategy redirectStrategy() {
		DefaultRedirectStrategy redirects = new DefaultRedirectStrategy();
		redirects.setStatusCode(HttpStatus.SEE_OTHER);
		return redirects;
	}

	// By default Spring Security observes each filter and each authorization. Nobody
	// reads these metrics here.
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	// maximumSessions counts the sessions of an account in the session store (OWASP ASVS
	// 7.1.2).
	@Bean
	SessionRegistry sessionRegistry(FindByIndexNameSessionRepository<? extends Session> sessions) {
		return new SpringSessionBackedSessionRegistry<>(sessions);
	}

	@Bean
	UserDetailsService users(JdbcTemplate jdbc, DemoProperties demo) {
		JdbcDaoImpl users = new JdbcDaoImpl();
		users.setJdbcTemplate(jdbc);
		users.setUsersByUsernameQuery("select name, password_hash, true from account where name = ?"
				+ " and password_hash is not null" + ((demo.enabled()) ? "" : " and demo = false"));
		users.setAuthoritiesByUsernameQuery("select name, concat('ROLE_', role) from account where name = ?");
		return users;
	}

}
