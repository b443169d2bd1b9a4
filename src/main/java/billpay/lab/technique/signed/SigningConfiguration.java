package billpay.lab.technique.signed;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import billpay.lab.technique.LabProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * The key with which the techniques sign.
 */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

	private static final int KEY_LENGTH = 32;

	// Random at each start unless billpay.lab.key is set.
	@Bean(defaultCandidate = false)
	SecretKey labKey(LabProperties properties) {
		byte[] secret = (properties.key() != null) ? properties.key().getBytes(StandardCharsets.UTF_8)
				: KeyGenerators.secureRandom(KEY_LENGTH).generateKey();
		return new SecretKeySpec(secret, "HmacSHA256");
	}

}
