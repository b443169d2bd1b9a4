package billpay.lab.technique.signed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.LabProperties;
import billpay.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When {@link TokenTechnique} believes a token.
 */
class TokenTechniqueTests {

	private static final Duration KEEP = Duration.ofMinutes(10);

	private static final LabOrder ORDER = LabOrder.of(Subscriber.MARK, 2);

	private final MutableClock clock = new MutableClock();

	private final TokenTechnique tokens = newTechnique("the-key-of-this-server-in-32-or-more");

	private TokenTechnique newTechnique(String key) {
		SecretKey secret = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		return new TokenTechnique(secret, new LabProperties(null, KEEP, 1, false), this.clock);
	}

	@Test
	void believesATokenOfItsOwnUntilItExpires() {
		String token = this.tokens.encode(ORDER);
		assertThat(this.tokens.decode(token)).isEqualTo(new DecodedState.Remembered(ORDER));
		this.clock.advance(KEEP.plusMinutes(2));
		assertThat(this.tokens.decode(token)).isEqualTo(new DecodedState.Refused("expired"));
	}

	@Test
	void refusesATokenThatIsSignedWithAnotherKey() {
		String token = newTechnique("the-key-of-another-server-with-32-or-more").encode(ORDER);
		assertThat(this.tokens.decode(token)).isEqualTo(new DecodedState.Refused("token"));
	}

	@Test
	void refusesATokenWithoutASignature() {
		String token = this.tokens.encode(ORDER);
		assertThat(this.tokens.decode(token.substring(0, token.lastIndexOf('.') + 1)))
			.isEqualTo(new DecodedState.Refused("token"));
	}

}
