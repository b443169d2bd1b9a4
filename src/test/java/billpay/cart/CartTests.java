package billpay.cart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import billpay.bill.PhoneNumber;
import billpay.cart.CartLine.AddOnLine;
import billpay.cart.CartLine.BillLine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cart as a value.
 */
class CartTests {

	private static final PhoneNumber NUMBER = new PhoneNumber("+12125550142");

	private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

	@Test
	void addingALineMakesAnotherCart() {
		Cart before = Cart.EMPTY.with(addOn("a"));
		Cart after = before.with(addOn("b"));
		assertThat(before.lines()).extracting(CartLine::id).containsExactly("a");
		assertThat(after.lines()).extracting(CartLine::id).containsExactly("a", "b");
	}

	@Test
	void doesNotChangeWithTheListItWasMadeOf() {
		List<CartLine> lines = new ArrayList<>(List.of(addOn("a")));
		Cart cart = new Cart("id", 1, lines, null);
		lines.clear();
		assertThat(cart.lines()).hasSize(1);
	}

	@Test
	void hasTheSameBillOnceWithTheLatestAmount() {
		Cart cart = Cart.EMPTY.with(new BillLine("a", NUMBER, 7, JULY, null))
			.with(addOn("b"))
			.with(new BillLine("c", NUMBER, 7, JULY, new BigDecimal("5.00")));
		assertThat(cart.lines()).containsExactly(new BillLine("a", NUMBER, 7, JULY, new BigDecimal("5.00")),
				addOn("b"));
		assertThat(cart.has(7)).isTrue();
		assertThat(cart.has(8)).isFalse();
	}

	@Test
	void findsALineByItsId() {
		Cart cart = new Cart("id", 1, List.of(addOn("a"), addOn("b")), null);
		assertThat(cart.line("b")).contains(addOn("b"));
		assertThat(cart.line("c")).isEmpty();
	}

	@Test
	void losesOnlyTheLineThatIsRemoved() {
		Cart cart = new Cart("id", 1, List.of(addOn("a"), addOn("b"), addOn("c")), null).without("b");
		assertThat(cart.lines()).extracting(CartLine::id).containsExactly("a", "c");
	}

	@Test
	void isFullAtItsLimit() {
		Cart cart = Cart.EMPTY;
		for (int i = 0; i < Cart.MAX_LINES; i++) {
			assertThat(cart.isFull()).isFalse();
			cart = cart.with(addOn("line" + i));
		}
		assertThat(cart.isFull()).isTrue();
	}

	@Test
	void keepsItsIdAndCountsItsChanges() {
		Cart cart = Cart.EMPTY.with(addOn("a"));
		assertThat(cart.id()).hasSize(36).isNotEqualTo(Cart.EMPTY.with(addOn("a")).id());
		assertThat(cart.with(addOn("b")).without("a").revision()).isEqualTo(cart.id() + ".3");
	}

	@Test
	void theFirstLineAfterAPaymentBeginsAnotherCart() {
		Cart paid = Cart.EMPTY.with(addOn("a")).withPayment("BP-1").paid();
		assertThat(paid.lines()).isEmpty();
		assertThat(paid.payment()).isEqualTo("BP-1");
		Cart next = paid.with(addOn("b"));
		assertThat(next.id()).isNotEqualTo(paid.id());
		assertThat(next.payment()).isNull();
		assertThat(next.lines()).containsExactly(addOn("b"));
	}

	@Test
	void aCartWhosePaymentFailedIsTheSameAsBefore() {
		Cart cart = Cart.EMPTY.with(addOn("a"));
		Cart attached = cart.withPayment("BP-1");
		assertThat(attached.isBeingPaid()).isTrue();
		assertThat(attached.openLines()).isEmpty();
		assertThat(attached.reopened()).isEqualTo(cart);
		assertThat(cart.isBeingPaid()).isFalse();
	}

	private static CartLine addOn(String id) {
		return new AddOnLine(id, NUMBER, "data-5gb", 1);
	}

}
