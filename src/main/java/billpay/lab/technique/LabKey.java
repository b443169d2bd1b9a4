package billpay.lab.technique;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import billpay.lab.LabProperties;

import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * The secret with which the server signs what it hands out. Without
 * {@code billpay.lab.key} it is a new one at each start, and what was signed before is
 * not accepted any longer.
 */
@Component
class LabKey {

	private static final int LENGTH = 32;

	private final SecretKey hmac;

	LabKey(LabProperties properties) {
		byte[] secret = (properties.key() != null) ? properties.key().getBytes(StandardCharsets.UTF_8)
				: KeyGenerators.secureRandom(LENGTH).generateKey();
		this.hmac = new SecretKeySpec(secret, "HmacSHA256");
	}

	SecretKey hmac() {
		return this.hmac;
	}

}
