package billpay.account.password;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a password of the shop becomes. Other tests hash at a cost of their own.
 */
@Tag("A3")
class PasswordHashTests {

	private static final String ID = "{pbkdf2}";

	private final PasswordEncoder encoder = new PasswordConfiguration().passwordEncoder();

	@Test
	void hasASaltAndTheCostThatOwaspAdvises() {
		String hash = this.encoder.encode("the same password");

		assertThat(hash).startsWith(ID).isNotEqualTo(this.encoder.encode("the same password"));
		assertThat(new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)
			.matches("the same password", hash.substring(ID.length()))).isTrue();
	}

}
