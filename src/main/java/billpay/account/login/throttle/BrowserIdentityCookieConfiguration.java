package billpay.account.login.throttle;

import java.security.SecureRandom;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.token.KeyBasedPersistenceTokenService;
import org.springframework.security.core.token.TokenService;

/**
 * The name and the properties of the {@link BrowserIdentityCookie}, and what signs it.
 */
@Configuration(proxyBeanMethods = false)
class BrowserIdentityCookieConfiguration {

	private static final int NONCE_BYTES = 8;

	@Bean
	@Order(2)
	CookieDefinition browserCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.longLived("BILLPAY_BROWSER", "browser").withSecretValue();
	}

	// Signs with the secret that all nodes share.
	@Bean
	TokenService browserTokens(JdbcClient jdbc) {
		KeyBasedPersistenceTokenService tokens = new KeyBasedPersistenceTokenService();
		tokens.setServerSecret(jdbc.sql("select secret from server_secret where name = 'browser-cookie'")
			.query(String.class)
			.single());
		tokens.setServerInteger(1);
		tokens.setSecureRandom(new SecureRandom());
		tokens.setPseudoRandomNumberBytes(NONCE_BYTES);
		return tokens;
	}

}
