package billpay.serverview.experiment;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import billpay.support.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The codes with which another browser takes a session over.
 */
class TakeoverCodeRepositoryTests {

	private final MutableClock clock = new MutableClock();

	private final TakeoverCodeRepository codes = new TakeoverCodeRepository(this.clock);

	private String issue(String session) {
		this.codes.issue(session, "token of " + session);
		return this.codes.find(session).text();
	}

	@Test
	void aCodeIsGoodForOneSessionOnce() {
		String code = issue("one");
		issue("two");
		assertThat(this.codes.redeem(code)).hasValueSatisfying((redeemed) -> {
			assertThat(redeemed.sessionId()).isEqualTo("one");
			assertThat(redeemed.token()).isEqualTo("token of one");
		});
		assertThat(this.codes.redeem(code)).isEmpty();
		assertThat(this.codes.find("one")).isNull();
		assertThat(this.codes.find("two")).isNotNull();
	}

	@Test
	void codeExpiresAfterTwoMinutes() {
		String code = issue("one");
		this.clock.advance(Duration.ofSeconds(119));
		assertThat(this.codes.find("one").expires()).isEqualTo(this.clock.instant().plusSeconds(1));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.codes.find("one")).isNull();
		assertThat(this.codes.redeem(code)).isEmpty();
	}

	@Test
	void aNewCodeReplacesTheOneBefore() {
		String before = issue("one");
		String code = issue("one");
		assertThat(this.codes.redeem(before)).isEmpty();
		assertThat(this.codes.redeem(code)).isPresent();
	}

	@Test
	void codeIsAcceptedInLowerCaseAndWithoutTheDash() {
		assertThat(this.codes.redeem(" " + issue("one").toLowerCase().replace('-', ' '))).isPresent();
		assertThat(this.codes.redeem(issue("one").replace("-", ""))).isPresent();
	}

	@Test
	void nothingAndAlmostTheCodeAreNoCodes() {
		String code = issue("one");
		for (String wrong : new String[] { "", "-", code.substring(1), code + "2", "22222-22222" }) {
			assertThat(this.codes.redeem(wrong)).as(wrong).isEmpty();
		}
		assertThat(this.codes.redeem(code)).isPresent();
	}

	@Test
	void noTwoAreAlikeAndNoLetterLooksLikeAnother() {
		Set<String> issued = IntStream.range(0, 500).mapToObj((i) -> issue("s" + i)).collect(Collectors.toSet());
		assertThat(issued).hasSize(500).allMatch((code) -> code.matches("[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}"));
	}

	@Test
	void thereIsAnEndToTheirNumber() {
		IntStream.range(0, 3000).forEach((i) -> issue("s" + i));
		assertThat(IntStream.range(0, 3000).filter((i) -> this.codes.find("s" + i) != null).count())
			.isLessThanOrEqualTo(1000);
	}

	@Test
	void itsTextTellsNothing() {
		String code = issue("one");
		assertThat(this.codes.find("one").toString()).doesNotContain(code, code.replace("-", ""), "one", "token");
		assertThat(new TakeoverForm(code).toString()).doesNotContain(code);
	}

}
