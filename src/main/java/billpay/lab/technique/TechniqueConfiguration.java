package billpay.lab.technique;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * The key with which the techniques sign.
 */
@Configuration(proxyBeanMethods = false)
class TechniqueConfiguration {

	private static final int KEY_LENGTH = 32;

	// Without billpay.lab.key it is a new one at each start, and what was signed before
	// is
	// not accepted any longer.
	@Bean(defaultCandidate = false)
	SecretKey labKey(LabProperties properties) {
		byte[] secret = (properties.key() != null) ? properties.key().getBytes(StandardCharsets.UTF_8)
				: KeyGenerators.secureRandom(KEY_LENGTH).generateKey();
		return new SecretKeySpec(secret, "HmacSHA256");
	}

}
