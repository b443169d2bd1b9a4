package billpay.cart;

import java.math.BigDecimal;
import java.time.LocalDate;

import billpay.bill.Bill;
import billpay.bill.PhoneNumber;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import billpay.cart.PricedLine.PricedAddOn;
import billpay.cart.PricedLine.PricedBill;
import billpay.cart.PricedLine.Problem;
import billpay.catalog.AddOn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a line of the cart costs, and why it may not be paid.
 */
class PricedLineTests {

	private static final PhoneNumber NUMBER = new PhoneNumber("+12125550142");

	private static final LocalDate MONTH = LocalDate.of(2026, 11, 1);

	private static PricedBill price(String wanted, Bill bill) {
		return PricedBill.of(new BillLine("1", NUMBER, 7, MONTH, (wanted != null) ? new BigDecimal(wanted) : null),
				bill);
	}

	private static Bill bill(String paid, String beingPaid) {
		return new Bill(7, NUMBER, MONTH, new BigDecimal("42.50"), new BigDecimal(paid), new BigDecimal(beingPaid),
				MONTH.plusDays(14), false);
	}

	@Test
	void aWholeBillCostsWhatIsOwed() {
		PricedBill line = price(null, bill("2.50", "0.00"));
		assertThat(line.amount()).isEqualTo("40.00");
		assertThat(line.isPartial()).isFalse();
		assertThat(line.problem()).isNull();
	}

	@Test
	void aPartOfABillCostsThatPart() {
		PricedBill line = price("10.00", bill("0.00", "0.00"));
		assertThat(line.amount()).isEqualTo("10.00");
		assertThat(line.isPartial()).isTrue();
	}

	@Test
	void moreThanIsOwedCannotBePaid() {
		PricedBill line = price("10.00", bill("40.00", "0.00"));
		assertThat(line.problem()).isEqualTo(Problem.LESS_OWED);
		assertThat(line.amount()).isZero();
		assertThat(line.isPartial()).isFalse();
	}

	@Test
	void aPaidBillCannotBePaidAgain() {
		assertThat(price(null, bill("42.50", "0.00")).problem()).isEqualTo(Problem.PAID);
		assertThat(price(null, bill("42.50", "42.50")).problem()).isEqualTo(Problem.BEING_PAID);
	}

	@Test
	void aBillThatDoesNotExistCannotBePaid() {
		PricedBill line = price("10.00", null);
		assertThat(line.problem()).isEqualTo(Problem.GONE);
		assertThat(line.amount()).isZero();
	}

	@Test
	void anAddOnCostsItsPriceForEach() {
		AddOnLine line = new AddOnLine("1", NUMBER, "hotspot", 3);
		assertThat(PricedAddOn.of(line, new AddOn("hotspot", new BigDecimal("5.10"), "Hotspot", "")).amount())
			.isEqualTo("15.30");
		assertThat(PricedAddOn.of(line, null)).returns("hotspot", PricedAddOn::name)
			.returns(Problem.GONE, PricedAddOn::problem);
	}

}
