package billpay.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import billpay.bill.RememberedNumberRepository;
import billpay.cart.CartRepository;
import billpay.cart.PaymentOutcomeProvider;
import jakarta.servlet.http.Cookie;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.token.TokenService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A {@link WebMvcTest} of one controller with what surrounds each of them here: the
 * layout, the two languages, and the rules of our Spring Security. There is no database
 * and no Spring Session: {@code sessionAttr(…)} fills the session that the controller
 * reads.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(includeFilters = { @Filter(ConfigurationProperties.class), @Filter(type = FilterType.REGEX,
		pattern = { "billpay\\.web\\.(AssetUrls|CookieDefinitionFactory|LanguageCookieLocaleResolver)",
				"billpay\\.web\\.(error\\.(ErrorMessages|PlainErrorPage|RefusedFormInterceptor)|format\\.\\w+)",
				"billpay\\.web\\.security\\.FilterConfiguration",
				"billpay\\.account\\.(VisitorCookie|login\\.throttle\\.BrowserIdentityCookie)\\w*",
				"billpay\\.account\\.(login|security)\\.(Login|MaximumSessions|Security|Shop)(?!Controller)\\w+" }) },
		excludeFilters = @Filter(type = FilterType.REGEX,
				pattern = { "billpay\\.serverview\\..*", "billpay\\.account\\.login\\.DemoLoginHintControllerAdvice",
						"billpay\\.payment\\.checkout\\.TestCardsControllerAdvice" }))
@EnableConfigurationProperties(ServerProperties.class)
@Import({ CartRepository.class, RememberedNumberRepository.class, ControllerTest.FormsWithACookie.class })
@MockitoBean(types = { PaymentOutcomeProvider.class, TokenService.class, UserDetailsService.class,
		FindByIndexNameSessionRepository.class })
@MockitoBean(name = "signedInTimeout", types = SessionAuthenticationStrategy.class)
public @interface ControllerTest {

	/**
	 * The controller.
	 * @return its class
	 */
	@AliasFor(annotation = WebMvcTest.class, attribute = "controllers")
	Class<?>[] value();

	/**
	 * A browser sends its session cookie with every request; a form without one is
	 * refused before any controller sees it.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	class FormsWithACookie {

		@Bean
		AuthorizationManager<RequestAuthorizationContext> everyAccountExists() {
			return AuthenticatedAuthorizationManager.authenticated();
		}

		@Bean
		MockMvcBuilderCustomizer sessionCookie() {
			return (builder) -> builder
				.defaultRequest(MockMvcRequestBuilders.get("/").cookie(new Cookie("BILLPAY_SESSION", "any")));
		}

	}

}
