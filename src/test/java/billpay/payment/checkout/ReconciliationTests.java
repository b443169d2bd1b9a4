package billpay.payment.checkout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import billpay.bill.BillRepository;
import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.Card;
import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.ChargeResult;
import billpay.payment.PaymentLineRepository;
import billpay.payment.PaymentRepository;
import billpay.support.ConcurrentTasks;
import billpay.support.MutableClock;
import billpay.support.OverHttp;
import billpay.web.format.MoneyFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Payments whose answer never came, with a gateway that can be made to fail in any way
 * and a clock that the test sets. That clock is far ahead of the shop's own, whose
 * reconciliation so finds none of these payments due.
 */
@Tag("ledger")
@ExtendWith(OutputCaptureExtension.class)
class ReconciliationTests extends OverHttp {

	private static final String VISA = "4242424242424242";

	private static final String SLOW = "4000000000002024";

	private static final String RESPONSE_LOST = "4000000000005043";

	private static final String REQUEST_LOST = "4000000000005035";

	private static final PaymentProperties SETTINGS = new PaymentProperties(Duration.ofMillis(100),
			Duration.ofSeconds(3), Duration.ofSeconds(1), 50);

	private final MutableClock clock = new MutableClock();

	@Autowired
	private PaymentRepository payments;

	@Autowired
	private PaymentLineRepository lines;

	@Autowired
	private BillRepository bills;

	@Autowired
	private QuoteFactory quotes;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private MoneyFormatter money;

	@Autowired
	private PaymentGateway sandbox;

	private Customer customer;

	private long bill;

	private FailingGateway gateway;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
		this.clock.advance(Duration.ofDays(1000));
	}

	@BeforeEach
	void aBill() {
		this.bill = newBill(this.customer.number(), "33.10");
		this.gateway = new FailingGateway(this.sandbox);
		database().sql("update payment set ask_at = ? where ask_at is not null")
			.param(OffsetDateTime.now(this.clock).plusYears(100))
			.update();
	}

	private Reservation reservation(PaymentProperties settings) {
		return new Reservation(this.payments, this.lines, this.bills, this.transaction, settings);
	}

	private Settlement settlement() {
		return new Settlement(this.payments, this.lines, this.bills, this.transaction, this.clock);
	}

	private Reconciliation reconciliation() {
		return new Reconciliation(this.payments, this.gateway, settlement(), SETTINGS, this.clock);
	}

	private CheckoutResult pay(String number) {
		return pay(number, SETTINGS);
	}

	private CheckoutResult pay(String number, PaymentProperties settings) {
		Checkout checkout = new Checkout(this.payments, reservation(settings), this.gateway, settlement(), settings,
				this.money, new PaymentReferenceGenerator(), this.clock);
		Cart cart = new Cart(UUID.randomUUID().toString(), 1, List.of(new CartLine.BillLine("line",
				new PhoneNumber("+12125550142"), this.bill, LocalDate.of(2026, 7, 1), null)), null);
		Quote quote = this.quotes.of(cart, Locale.ENGLISH);
		return checkout.pay(this.customer.name(), cart.id(), quote,
				new Card("A. Customer", number, YearMonth.of(2030, 12), "123"));
	}

	private String pendingWith(String number) {
		CheckoutResult result = pay(number);
		assertThat(result).isInstanceOfSatisfying(CheckoutResult.Submitted.class,
				(submitted) -> assertThat(submitted.status()).isEqualTo(Status.PENDING));
		return ((CheckoutResult.Submitted) result).reference();
	}

	private void whenItIsDue() {
		this.clock.advance(Duration.ofMinutes(2));
		reconciliation().run();
	}

	private BigDecimal paid() {
		return database().sql("select paid from bill where id = ?").param(this.bill).query(BigDecimal.class).single();
	}

	private Optional<String> inTheBooks(String reference) {
		return database().sql("select answer from sandbox_charge where idempotency_key = ?")
			.param(reference)
			.query(String.class)
			.optional();
	}

	@Test
	@Tag("P4")
	void aLostAnswerIsAskedForAndNotChargedAgain() {
		String reference = pendingWith(RESPONSE_LOST);
		assertThat(paid()).isEqualByComparingTo("33.10");
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.APPROVED);
		assertThat(this.gateway.charged).containsExactly(reference);
		assertThat(this.gateway.concluded).containsExactly(reference);
		assertThat(paid()).isEqualByComparingTo("33.10");
	}

	@Test
	@Tag("P4")
	void aLostRequestEndsWithNothingChargedAndTheBillAsItWas() {
		String reference = pendingWith(REQUEST_LOST);
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.DECLINED);
		assertThat(paid()).isZero();
		assertThat(inTheBooks(reference)).hasValue("VOID");
		assertThat(pay(VISA)).isInstanceOfSatisfying(CheckoutResult.Submitted.class,
				(submitted) -> assertThat(submitted.status()).isEqualTo(Status.APPROVED));
	}

	@Test
	@Tag("P4")
	void aSlowGatewayIsAskedAgainAfterPausesThatDouble() {
		String reference = pendingWith(SLOW);
		this.clock.advance(SETTINGS.gatewayTimeout());
		this.gateway.pending = true;
		for (int pause : new int[] { 3, 3, 6, 12, 24, 48, 60, 60 }) {
			this.gateway.concluded.clear();
			this.clock.advance(Duration.ofSeconds(pause).minusMillis(200));
			reconciliation().run();
			assertThat(this.gateway.concluded).as("before " + pause + " s").isEmpty();
			this.clock.advance(Duration.ofMillis(400));
			reconciliation().run();
			reconciliation().run();
			assertThat(this.gateway.concluded).as("after " + pause + " s").containsExactly(reference);
			this.clock.advance(Duration.ofMillis(-200));
		}
		this.gateway.pending = false;
		database().sql(
				"update sandbox_charge set answered_at = current_timestamp - interval '1' minute where idempotency_key = ?")
			.param(reference)
			.update();
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.APPROVED);
		assertThat(this.gateway.charged).containsExactly(reference);
	}

	@Test
	@Tag("P5")
	void chargeMadeBeforeACrashIsSettledAfterRestart() {
		this.gateway.failsAfterCharging = true;
		String reference = pendingWith(VISA);
		assertThat(inTheBooks(reference)).hasValue("APPROVED");
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.APPROVED);
		assertThat(this.gateway.charged).containsExactly(reference);
	}

	@Test
	@Tag("P5")
	void reservationWithoutAChargeIsReleasedAfterACrash() {
		this.gateway.failsBeforeCharging = true;
		String reference = pendingWith(VISA);
		assertThat(inTheBooks(reference)).isEmpty();
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.DECLINED);
		assertThat(paid()).isZero();
	}

	@Test
	@Tag("L3")
	@Tag("P9")
	void aFailureOfACheckoutIsLoggedWithItsPlaceAndWithoutTheCard(CapturedOutput output) {
		this.gateway.failsBeforeCharging = true;
		String reference = pendingWith(VISA);
		assertThat(output.getAll()).containsPattern("ERROR .*gateway-failed: reference=" + reference)
			.contains("cause=java.lang.IllegalArgumentException at=" + FailingGateway.class.getName() + ".charge(")
			.doesNotContain(VISA, "Line broken", "Wrong code");
	}

	@Test
	void aReusedKeyIsLoggedInOneLine(CapturedOutput output) {
		String reference = pendingWith(RESPONSE_LOST);
		database().sql("update sandbox_charge set amount = 99.00 where idempotency_key = ?").param(reference).update();
		whenItIsDue();
		assertThat(output.getAll())
			.containsPattern("WARN .*gateway-failed: reference=" + reference + " .*another amount")
			.doesNotContain("\tat ");
		database().sql("update sandbox_charge set amount = 33.10 where idempotency_key = ?").param(reference).update();
		whenItIsDue();
	}

	@Test
	void anUnavailableGatewayIsAskedAgainWhenItIsBack() {
		String reference = pendingWith(RESPONSE_LOST);
		this.gateway.unavailable = true;
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.PENDING);
		this.gateway.unavailable = false;
		whenItIsDue();
		assertThat(this.payments.findStatus(reference)).hasValue(Status.APPROVED);
	}

	@Test
	void failingPaymentDoesNotBlockTheReconciliationOfOthers() {
		String first = pendingWith(RESPONSE_LOST);
		this.bill = newBill(this.customer.number(), "5.00");
		String second = pendingWith(RESPONSE_LOST);
		database().sql("update sandbox_charge set amount = 99.00 where idempotency_key = ?").param(first).update();
		whenItIsDue();
		assertThat(this.payments.findStatus(first)).hasValue(Status.PENDING);
		assertThat(this.payments.findStatus(second)).hasValue(Status.APPROVED);
		database().sql("update sandbox_charge set amount = 33.10 where idempotency_key = ?").param(first).update();
		whenItIsDue();
		assertThat(this.payments.findStatus(first)).hasValue(Status.APPROVED);
	}

	@Test
	void anUnavailableGatewayIsWaitedForOnceHoweverManyPaymentsAreDue() {
		for (int i = 0; i < 30; i++) {
			this.bill = newBill(this.customer.number(), "5.00");
			pendingWith(REQUEST_LOST);
		}
		this.gateway.unavailable = true;
		Instant start = Instant.now();
		whenItIsDue();
		assertThat(this.gateway.concluded).hasSize(30);
		assertThat(Duration.between(start, Instant.now())).isLessThan(SETTINGS.gatewayTimeout().multipliedBy(15));
	}

	@Test
	void noMoreRequestsThanConfiguredWaitForTheGateway() {
		PaymentProperties settings = new PaymentProperties(Duration.ofMinutes(10), Duration.ofSeconds(3),
				Duration.ofSeconds(1), 0);
		assertThat(pay(SLOW, settings)).isInstanceOfSatisfying(CheckoutResult.Submitted.class,
				(submitted) -> assertThat(submitted.status()).isEqualTo(Status.PENDING));
		this.bill = newBill(this.customer.number(), "5.00");
		assertThat(pay(VISA, settings)).isInstanceOfSatisfying(CheckoutResult.Submitted.class,
				(submitted) -> assertThat(submitted.status()).isEqualTo(Status.APPROVED));
	}

	@Test
	void aPaymentIsSettledOnceWhoeverComesSecondAndWithWhateverAnswer() throws Exception {
		for (int round = 0; round < 5; round++) {
			this.bill = newBill(this.customer.number(), "33.10");
			String reference = pendingWith(RESPONSE_LOST);
			Payment payment = this.payments.findByReferenceAndCustomer(reference, this.customer.name()).orElseThrow();
			List<Status> ends = ConcurrentTasks.run(8, (i) -> () -> settlement().settle(payment,
					(i % 2 == 0) ? ChargeResult.APPROVED : ChargeResult.DECLINED));
			assertThat(ends).containsOnly(this.payments.findStatus(reference).orElseThrow())
				.doesNotContain(Status.PENDING);
			assertThat(paid()).isEqualByComparingTo((ends.get(0) == Status.APPROVED) ? "33.10" : "0.00");
		}
	}

	@Test
	void ofSeveralNodesOneDoesAPaymentsWork() throws Exception {
		List<String> references = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			this.bill = newBill(this.customer.number(), "5.00");
			references.add(pendingWith(RESPONSE_LOST));
		}
		this.clock.advance(Duration.ofMinutes(2));
		ConcurrentTasks.run(4, (node) -> () -> {
			reconciliation().run();
			return node;
		});
		assertThat(this.gateway.concluded).containsExactlyInAnyOrderElementsOf(references);
	}

	@Test
	@Tag("P1")
	void ofManyWhoPayOneCartOnSeveralNodesAtOnceOnePays() throws Exception {
		Cart cart = new Cart(UUID.randomUUID().toString(), 1,
				List.of(new CartLine.AddOnLine("line", new PhoneNumber("+12125550142"), "hotspot", 1)), null);
		Quote quote = this.quotes.of(cart, Locale.ENGLISH);
		List<CheckoutResult> results = ConcurrentTasks.run(50, (i) -> () -> {
			Checkout node = new Checkout(this.payments, reservation(SETTINGS), this.gateway, settlement(), SETTINGS,
					this.money, new PaymentReferenceGenerator(), this.clock);
			return node.pay(this.customer.name(), cart.id(), quote,
					new Card("A. Customer", VISA, YearMonth.of(2030, 12), "123"));
		});
		assertThat(results).hasOnlyElementsOfType(CheckoutResult.Submitted.class)
			.extracting((result) -> ((CheckoutResult.Submitted) result).reference())
			.hasSize(50)
			.containsOnly(this.gateway.charged.get(0));
		assertThat(this.gateway.charged).hasSize(1);
	}

	/**
	 * The sandbox behind a line that breaks.
	 */
	private static final class FailingGateway implements PaymentGateway {

		private final PaymentGateway sandbox;

		private final List<String> charged = Collections.synchronizedList(new ArrayList<>());

		private final List<String> concluded = Collections.synchronizedList(new ArrayList<>());

		private boolean failsBeforeCharging;

		private boolean failsAfterCharging;

		private boolean pending;

		private boolean unavailable;

		FailingGateway(PaymentGateway sandbox) {
			this.sandbox = sandbox;
		}

		@Override
		public CompletableFuture<ChargeResult> charge(Charge charge, Card card) {
			this.charged.add(charge.key());
			if (this.failsBeforeCharging) {
				throw new IllegalStateException("Line broken for " + card.number(),
						new IllegalArgumentException("Wrong code " + card.cvc()));
			}
			CompletableFuture<ChargeResult> answer = this.sandbox.charge(charge, card);
			return (this.failsAfterCharging) ? CompletableFuture.failedFuture(new IllegalStateException("Line broken"))
					: answer;
		}

		@Override
		public CompletableFuture<Optional<ChargeResult>> conclude(Charge charge) {
			this.concluded.add(charge.key());
			if (this.unavailable) {
				return new CompletableFuture<>();
			}
			return (this.pending) ? CompletableFuture.completedFuture(Optional.empty()) : this.sandbox.conclude(charge);
		}

		@Override
		public List<Charge> statement() {
			return this.sandbox.statement();
		}

	}

}
