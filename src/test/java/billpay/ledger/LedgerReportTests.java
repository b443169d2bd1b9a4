package billpay.ledger;

import java.util.List;

import billpay.ledger.LedgerReport.Finding;
import billpay.support.Browser;
import billpay.support.OverHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way in which the two ledgers can come apart is found and named. Other tests write
 * into the same ledgers, so only the rows of this one are looked at.
 */
@Tag("P11")
@Tag("ledger")
class LedgerReportTests extends OverHttp {

	@Autowired
	private LedgerReport report;

	private Customer customer;

	private String bill;

	private String reference;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	@BeforeEach
	void aPaymentOfABillInParts() {
		long id = newBill(this.customer.number(), "33.10");
		this.bill = Long.toString(id);
		this.reference = pay(GOOD_CARD);
		assertThat(findings()).isEmpty();
	}

	private String pay(String card) {
		Browser browser = newBrowser().signIn(this.customer.name(), this.customer.password());
		browser.post("/lookup", "phoneNumber", this.customer.number());
		browser.get("/bill");
		browser.post("/cart/items", "billId", this.bill, "amount", "10.00");
		browser.get("/checkout");
		browser.pay(card);
		return database()
			.sql("select reference from payment where customer = ? order by created_at desc fetch first 1 rows only")
			.param(this.customer.name())
			.query(String.class)
			.single();
	}

	private List<String> findings() {
		return this.report.create()
			.violations()
			.stream()
			.filter((finding) -> finding.row().equals(this.bill) || finding.row().equals(this.reference)
					|| finding.row().equals("broken") || List.of(finding.details()).toString().contains(this.reference))
			.map(LedgerReportTests::text)
			.toList();
	}

	private LedgerEntry entry(String reference) {
		return this.report.create()
			.entries()
			.stream()
			.filter((entry) -> entry.reference().equals(reference))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void aPaymentStandsBesideItsCharge() {
		LedgerEntry entry = entry(this.reference);
		assertThat(entry.charge()).isEqualTo(entry.payment().charge());
		assertThat(entry.matches()).isTrue();
	}

	@Test
	void aChargeOfAnotherAmountDiffers() {
		tamper("update sandbox_charge set amount = 40.00 where idempotency_key = $reference");
		assertThat(entry(this.reference).matches()).isFalse();
	}

	@Test
	void anApprovedPaymentWithoutAChargeDiffers() {
		tamper("delete from sandbox_charge where idempotency_key = $reference");
		assertThat(entry(this.reference).charge()).isNull();
		assertThat(entry(this.reference).matches()).isFalse();
	}

	@Test
	void aChargeWithoutAPaymentDiffersAndComesFirst() {
		database().sql("insert into sandbox_charge values (?, 5.00, 'USD', 'APPROVED', current_timestamp)")
			.param("alone-" + this.reference)
			.update();
		LedgerEntry entry = entry("alone-" + this.reference);
		assertThat(entry.payment()).isNull();
		assertThat(entry.matches()).isFalse();
		assertThat(this.report.create().entries().get(0).payment()).isNull();
	}

	private static String text(Finding finding) {
		return finding.rule() + " " + finding.problem() + " " + List.of(finding.arguments());
	}

	private void tamper(String sql) {
		assertThat(database().sql(sql.replace("$bill", this.bill).replace("$reference", "'" + this.reference + "'"))
			.update()).isOne();
	}

	@Test
	void aBillThatSaysMoreThanItsPayments() {
		tamper("update bill set paid = paid + 1.00 where id = $bill");
		assertThat(findings()).containsExactly("1 bill-wrongly-paid [%s, 33.10, 11.00, 10.00]".formatted(this.bill));
	}

	@Test
	void aBillWhosePaymentsComeToMoreThanItOwes() {
		tamper("update payment_line set amount = 40.00 where payment = $reference");
		tamper("update payment set total = 40.00 where reference = $reference");
		tamper("update sandbox_charge set amount = 40.00 where idempotency_key = $reference");
		assertThat(findings()).containsExactly("1 bill-wrongly-paid [%s, 33.10, 10.00, 40.00]".formatted(this.bill));
	}

	@Test
	void aTotalThatIsNotTheSumOfItsLines() {
		tamper("update payment set total = 10.01 where reference = $reference");
		tamper("update sandbox_charge set amount = 10.01 where idempotency_key = $reference");
		assertThat(findings()).containsExactly("1 total-wrong [%s, 10.01, 10.00]".formatted(this.reference));
	}

	@Test
	void aCartThatWasChargedTwice() {
		String other = pay(GOOD_CARD);
		String cart = database().sql("select cart from payment where reference = ?")
			.param(this.reference)
			.query(String.class)
			.single();
		database().sql("update payment set cart = ? where reference = ?").params(cart, other).update();
		assertThat(findings()).singleElement().asString().startsWith("2 cart-charged-twice [" + cart).contains(other);
	}

	@Test
	void aChargeWithoutAPayment() {
		database().sql("insert into sandbox_charge values ('broken', 5.00, 'USD', 'APPROVED', current_timestamp)")
			.update();
		assertThat(findings()).containsExactly("3 charge-without-payment [broken, 5.00]");
		database().sql("delete from sandbox_charge where idempotency_key = 'broken'").update();
	}

	@Test
	void aChargeOfAnotherAmount() {
		tamper("update sandbox_charge set amount = 10.01 where idempotency_key = $reference");
		assertThat(findings())
			.containsExactly("3 charge-of-another-amount [%s, 10.01, 10.00]".formatted(this.reference));
	}

	@Test
	void aChargeOfADeclinedPayment() {
		this.reference = pay("4000 0000 0000 0002");
		assertThat(findings()).isEmpty();
		tamper("update sandbox_charge set answer = 'APPROVED' where idempotency_key = $reference");
		assertThat(findings()).containsExactly("3 charge-of-declined [%s, 10.00]".formatted(this.reference));
	}

	@Test
	void anApprovedPaymentWithoutACharge() {
		tamper("delete from sandbox_charge where idempotency_key = $reference");
		assertThat(findings()).containsExactly("3 payment-without-charge [%s, 10.00]".formatted(this.reference));
	}

	@Test
	void aPaymentThatStaysUndecided() {
		this.reference = pay("4000 0000 0000 2024");
		assertThat(findings()).isEmpty();
		assertThat(this.report.create().undecided()).isPositive();
		tamper("update payment set asked = 10 where reference = $reference");
		assertThat(findings()).singleElement().asString().startsWith("3 undecided [" + this.reference);
	}

}
