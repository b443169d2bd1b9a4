package billpay.support;

import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords as the shop does, but with so few iterations that tests need not wait.
 * Component scanning finds it; {@code billpay.test.quick-passwords} turns it off for
 * tests of the hashing itself.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("billpay.test.quick-passwords")
class QuickPasswordEncoderConfiguration {

	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		return new DelegatingPasswordEncoder("pbkdf2",
				Map.of("pbkdf2", new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
	}

}
