package billpay.ledger;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.Charge;
import billpay.payment.PaymentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * What a database of ours cannot be brought to: the gateway breaks its promise, or a
 * customer pays at the very moment of the comparison.
 */
@ExtendWith(MockitoExtension.class)
@Tag("P11")
class LedgerComparisonTests {

	private final List<Payment> recorded = new ArrayList<>();

	@Mock
	private PaymentRepository payments;

	@Mock
	private PaymentGateway gateway;

	private LedgerComparison comparison;

	@BeforeEach
	void twoLedgers() {
		this.comparison = new LedgerComparison(this.payments, this.gateway);
		given(this.payments.findAll()).willAnswer((call) -> List.copyOf(this.recorded));
	}

	private static Payment payment(String reference, Status status) {
		return new Payment(reference, "mark", "cart of " + reference, status, new BigDecimal("42.50"), "USD", "Visa",
				"4242", OffsetDateTime.parse("2026-11-28T12:00:00Z"));
	}

	private List<LedgerEntry> entries() {
		return this.comparison.entries();
	}

	@Test
	void aKeyThatIsChargedTwiceDiffersThoughEachChargeIsRight() {
		Payment payment = payment("BP-1", Status.APPROVED);
		this.recorded.add(payment);
		given(this.gateway.statement()).willReturn(List.of(payment.charge(), payment.charge()));
		LedgerEntry entry = entries().get(0);
		assertThat(entries()).hasSize(1);
		assertThat(entry.charge()).isEqualTo(payment.charge());
		assertThat(entry.charges()).isEqualTo(2);
		assertThat(entry.matches()).isFalse();
	}

	@Test
	void aPaymentThatIsRecordedAndChargedBetweenTheTwoReadsMatches() {
		Payment payment = payment("BP-2", Status.PENDING);
		given(this.gateway.statement()).willReturn(List.of(payment.charge()));
		given(this.payments.findByReference("BP-2")).willReturn(Optional.of(payment));
		assertThat(entries()).containsExactly(new LedgerEntry("BP-2", payment, payment.charge(), 1));
		assertThat(entries().get(0).matches()).isTrue();
	}

	@Test
	void aChargeThatNobodyRecordedDiffers() {
		Charge stray = new Charge("stray", new BigDecimal("5.00"), "USD");
		given(this.gateway.statement()).willReturn(List.of(stray));
		given(this.payments.findByReference("stray")).willReturn(Optional.empty());
		assertThat(entries()).containsExactly(new LedgerEntry("stray", null, stray, 1));
		assertThat(entries().get(0).matches()).isFalse();
	}

}
