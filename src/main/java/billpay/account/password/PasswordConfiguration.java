package billpay.account.password;

import java.time.Duration;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * How passwords are hashed.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	/** OWASP's password storage cheat sheet, for HMAC-SHA-512. */
	private static final int ITERATIONS = 210_000;

	private static final int SALT_BYTES = 16;

	/** A quarter of Tomcat's threads, and a class that logs in at the same moment. */
	private static final int MAX_WAITING_FOR_A_HASH = 50;

	private static final Duration HASH_TIMEOUT = Duration.ofSeconds(5);

	// PBKDF2 and not BCrypt, which uses only 72 bytes: a password of 64 Chinese
	// characters has 192 (OWASP ASVS 6.2.8, 11.4.2). The id before each hash lets
	// another algorithm follow.
	@Bean
	PasswordEncoder passwordEncoder() {
		PasswordEncoder encoder = new DelegatingPasswordEncoder("pbkdf2", Map.of("pbkdf2",
				new Pbkdf2PasswordEncoder("", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
		return new BoundedPasswordEncoder(encoder, 2 * Runtime.getRuntime().availableProcessors(),
				MAX_WAITING_FOR_A_HASH, HASH_TIMEOUT);
	}

}
