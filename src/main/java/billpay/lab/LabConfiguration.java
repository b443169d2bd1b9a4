package billpay.lab;

import java.io.IOException;

import billpay.serverview.UnrecordedPages;
import billpay.web.LayoutLink;
import billpay.web.LayoutLink.Place;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsUtils;

/**
 * Gives the lab rules of its own. A CSRF token would be in the shop's session, so that no
 * request could be without one; in its place the browser says who has caused a request
 * (<a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>), and one that
 * another site has caused is refused. Only the mistake that is about such requests gets
 * them.
 */
@Configuration(proxyBeanMethods = false)
class LabConfiguration {

	private static final String SITE = "Sec-Fetch-Site";

	/**
	 * A browser sends the header over TLS and to localhost only; over plain HTTP the
	 * {@code Origin} says where a form comes from.
	 */
	private static final RequestMatcher OF_ANOTHER_SITE = new AndRequestMatcher(
			PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/lab/**"),
			new NegatedRequestMatcher(PathPatternRequestMatcher.pathPattern("/lab/mistakes/no-csrf-token/**")),
			new OrRequestMatcher(new RequestHeaderRequestMatcher(SITE, "cross-site"),
					new RequestHeaderRequestMatcher(SITE, "same-site"),
					new AndRequestMatcher(new NegatedRequestMatcher(new RequestHeaderRequestMatcher(SITE)),
							CorsUtils::isCorsRequest)));

	@Bean
	@Order(0)
	SecurityFilterChain labSecurity(HttpSecurity http) {
		http.securityMatcher("/lab/**");
		http.authorizeHttpRequests(
				(requests) -> requests.requestMatchers(OF_ANOTHER_SITE).denyAll().anyRequest().permitAll());
		http.exceptionHandling(
				(exceptions) -> exceptions.authenticationEntryPoint((request, response, ex) -> refuse(response))
					.accessDeniedHandler((request, response, ex) -> refuse(response)));
		// Headers and request cache are configured by Customizer beans, as for the shop.
		// The CSRF token is for the forms of the layout; no request to the lab needs one.
		http.csrf((csrf) -> csrf.requireCsrfProtectionMatcher((request) -> false));
		http.logout(AbstractHttpConfigurer::disable);
		http.sessionManagement(AbstractHttpConfigurer::disable);
		return http.build();
	}

	private static void refuse(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.FORBIDDEN.value(), "lab.other-site");
	}

	@Bean
	LayoutLink labLink() {
		return new LayoutLink(Place.FOOTER, "/lab", "layout.lab", false);
	}

	@Bean
	LayoutLink labHomeLink() {
		return new LayoutLink(Place.HOME, "/lab", "lab.title", false);
	}

	@Bean
	UnrecordedPages labPages() {
		return new UnrecordedPages("/lab");
	}

}
