package billpay.payment.checkout;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/**
 * Generates payment references that cannot be guessed and can be read out on the
 * telephone.
 */
@Component
class PaymentReferenceGenerator {

	/** Crockford's base 32: no letter that looks like a digit. */
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private final SecureRandom random = new SecureRandom();

	// BP- and twice five characters: 50 random bits.
	String next() {
		StringBuilder reference = new StringBuilder("BP");
		for (int i = 0; i < 10; i++) {
			reference.append((i % 5 == 0) ? "-" : "").append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return reference.toString();
	}

}
