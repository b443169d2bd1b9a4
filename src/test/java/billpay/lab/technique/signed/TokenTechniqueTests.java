package billpay.lab.technique.signed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.LabProperties;
import billpay.lab.technique.ReadablePart;
import billpay.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
	void showsHeaderAndPayloadToEverybody() {
		String token = this.tokens.encode(ORDER);
		assertThat(this.tokens.readableParts(token)).extracting(ReadablePart::name)
			.containsExactly("header", "payload");
		assertThat(this.tokens.readableParts(token).get(0).text()).contains("\"alg\" : \"HS256\"");
		assertThat(this.tokens.readableParts(token).get(1).text()).contains("\"order\" : \"" + ORDER.toText() + "\"",
				"\"exp\" : " + this.clock.instant().plus(KEEP).getEpochSecond());
		String changed = this.tokens.tamper(token, (claims) -> claims.replace("2125550101", "2125550102"));
		assertThat(this.tokens.readableParts(changed).get(1).text()).contains("2125550102_bill_");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "x", "2125550101_bill_40.00", "a.b.c", "bnVsbA.W10.MQ", "%.%" })
	void showsNothingOfWhatIsNoJsonObject(String text) {
		assertThat(this.tokens.readableParts(text)).isEmpty();
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
