package billpay.gateway;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import billpay.payment.Card;
import billpay.payment.CardBrand;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.Charge;
import billpay.payment.PaymentGateway.ChargeResult;
import billpay.payment.PaymentGateway.IdempotencyKeyReusedException;
import billpay.support.ConcurrentTasks;
import billpay.support.MutableClock;
import billpay.support.OverHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The sandbox as an outside party: one charge and one answer for each key.
 */
@Tag("ledger")
class SandboxGatewayTests extends OverHttp {

	private static final String VISA = "4242424242424242";

	private static final String DECLINED = "4000000000000002";

	private static final String SLOW = "4000000000002024";

	private static final String RESPONSE_LOST = "4000000000005043";

	private static final String REQUEST_LOST = "4000000000005035";

	private final MutableClock clock = new MutableClock();

	@Autowired
	private SandboxChargeRepository books;

	private PaymentGateway gateway() {
		return new SandboxGateway(this.books, new SandboxProperties(Duration.ofHours(1)), this.clock);
	}

	private static Charge charge(String amount) {
		return new Charge(UUID.randomUUID().toString(), new BigDecimal(amount), "USD");
	}

	private static Card card(String number) {
		return new Card("A. Customer", number, YearMonth.of(2030, 12), "123");
	}

	private long charged(Charge charge) {
		return gateway().statement().stream().filter((entry) -> entry.key().equals(charge.key())).count();
	}

	@ParameterizedTest
	@CsvSource({ "4242424242424242, APPROVED", "5555555555554444, APPROVED", "378282246310005, APPROVED",
			"6011111111111117, APPROVED", "4000000000000002, DECLINED", "4000000000009995, INSUFFICIENT_FUNDS",
			"4000000000000069, EXPIRED_CARD", "4000000000000127, WRONG_CVC", "4000000000000119, PROCESSING_ERROR" })
	void answersByCardAndRemembersIt(String number, ChargeResult answer) {
		Charge charge = charge("12.50");
		assertThat(gateway().charge(charge, card(number))).isCompletedWithValue(answer);
		assertThat(gateway().conclude(charge)).isCompletedWithValue(Optional.of(answer));
		assertThat(charged(charge)).isEqualTo((answer == ChargeResult.APPROVED) ? 1 : 0);
	}

	@Test
	@Tag("P2")
	void theSameKeyIsTheSameChargeWhateverTheCard() {
		Charge charge = charge("12.50");
		gateway().charge(charge, card(VISA));
		assertThat(gateway().charge(charge, card(DECLINED))).isCompletedWithValue(ChargeResult.APPROVED);
		assertThat(gateway().charge(charge, card(VISA))).isCompletedWithValue(ChargeResult.APPROVED);
		assertThat(charged(charge)).isOne();
	}

	@Test
	@Tag("P2")
	void theSameKeyWithAnotherAmountIsRefused() {
		Charge charge = charge("12.50");
		gateway().charge(charge, card(VISA));
		for (Charge other : List.of(new Charge(charge.key(), new BigDecimal("12.51"), "USD"),
				new Charge(charge.key(), charge.amount(), "TWD"))) {
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> gateway().charge(other, card(VISA)).get())
				.withCauseInstanceOf(IdempotencyKeyReusedException.class);
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> gateway().conclude(other).get())
				.withCauseInstanceOf(IdempotencyKeyReusedException.class);
		}
		assertThat(charged(charge)).isOne();
		assertThat(gateway().statement()).filteredOn((entry) -> entry.key().equals(charge.key()))
			.extracting(Charge::amount)
			.containsExactly(new BigDecimal("12.50"));
	}

	@Test
	@Tag("P2")
	void ofManyChargesUnderOneKeyAtOnceOneIsMade() throws Exception {
		Charge charge = charge("12.50");
		List<ChargeResult> answers = ConcurrentTasks.run(20, (i) -> () -> gateway().charge(charge, card(VISA)).get());
		assertThat(answers).hasSize(20).containsOnly(ChargeResult.APPROVED);
		assertThat(charged(charge)).isOne();
	}

	@Test
	@Tag("P4")
	void theSlowCardIsChargedAtOnceAndAnsweredLater() {
		Charge charge = charge("12.50");
		assertThat(gateway().charge(charge, card(SLOW))).isNotDone();
		assertThat(charged(charge)).isOne();
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(gateway().conclude(charge)).isCompletedWithValue(Optional.empty());
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(gateway().conclude(charge)).isCompletedWithValue(Optional.of(ChargeResult.APPROVED));
	}

	@Test
	@Tag("P4")
	void anAnswerThatIsLostCanBeAskedFor() {
		Charge charge = charge("12.50");
		assertThat(gateway().charge(charge, card(RESPONSE_LOST))).isNotDone();
		assertThat(gateway().conclude(charge)).isCompletedWithValue(Optional.of(ChargeResult.APPROVED));
		assertThat(charged(charge)).isOne();
	}

	@Test
	@Tag("P4")
	void aChargeThatArrivesAfterItWasAskedForIsNotMade() {
		Charge charge = charge("12.50");
		assertThat(gateway().charge(charge, card(REQUEST_LOST))).isNotDone();
		assertThat(gateway().conclude(charge)).isCompletedWithValue(Optional.of(ChargeResult.VOID));
		assertThat(gateway().charge(charge, card(VISA))).isCompletedWithValue(ChargeResult.VOID);
		assertThat(charged(charge)).isZero();
	}

	@Test
	void showsEachOfItsCardsOnce() {
		Set<String> numbers = new HashSet<>();
		assertThat(gateway().testCards()).hasSize(11).allSatisfy((card) -> {
			assertThat(numbers.add(card.number())).isTrue();
			assertThat(CardBrand.of(card.number())).isPresent();
		});
	}

	@Test
	@Tag("P9")
	void keepsNoCard() {
		gateway().charge(charge("12.50"), card("5105105105105100"));
		assertThat(everyRow().get("sandbox_charge").toString()).isNotEmpty().doesNotContain("5105105105105100");
	}

}
