package billpay.payment.checkout;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

import billpay.cart.Cart;
import billpay.payment.Card;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.LuhnCheck;

/**
 * The payment form, as text. {@link CheckoutFormValidator} checks what needs more than
 * one field, or the date.
 *
 * @param cardholder the name on the card
 * @param cardNumber the number, perhaps in groups
 * @param expiry the last month, {@code MM/YY}; the slash may be left out
 * @param cvc the code on the card
 * @param cart the revision of the cart that the page showed, empty from a client that has
 * not loaded the page
 * @param total the total that the page showed, empty likewise
 */
record CheckoutForm(
		@NotEmpty(message = "{checkout.cardholder.empty}") @Size(max = 60,
				message = "{checkout.cardholder.too-long}") String cardholder,
		@NotEmpty(message = "{checkout.cardNumber.empty}") @Pattern(regexp = "([0-9]{12,19})?",
				message = "{checkout.cardNumber.not-a-number}") @LuhnCheck(groups = CheckDigit.class,
						message = "{checkout.cardNumber.mistyped}") String cardNumber,
		@NotEmpty(message = "{checkout.expiry.empty}") @Pattern(regexp = "((0[1-9]|1[0-2])/[0-9]{2})?",
				message = "{checkout.expiry.unreadable}") String expiry,
		@NotEmpty(message = "{checkout.cvc.empty}") String cvc, String cart, String total) {

	/** One more than is allowed: what is cut to this length is still too long. */
	private static final int MAX_SHOWN_LENGTH = 61;

	CheckoutForm {
		cardholder = shortened(stripped(cardholder));
		cardNumber = stripped(cardNumber).replaceAll("[ -]", "");
		expiry = shortened(stripped(expiry).replace(" ", "").replaceFirst("^([0-9]{2})([0-9]{2})$", "$1/$2"));
		cvc = stripped(cvc);
		cart = stripped(cart);
		total = stripped(total);
	}

	static CheckoutForm empty() {
		return new CheckoutForm("", "", "", "", "", "");
	}

	private static String stripped(String text) {
		return (text != null) ? text.strip() : "";
	}

	private static String shortened(String text) {
		return text.substring(0, Math.min(text.length(), MAX_SHOWN_LENGTH));
	}

	// The cart that the form was made for; the session may have another one by now.
	Optional<String> cartId() {
		return (this.cart.isEmpty()) ? Optional.empty() : Optional.of(Cart.idOf(this.cart));
	}

	boolean hasSeen(Cart now) {
		return this.cart.isEmpty() || this.cart.equals(now.revision());
	}

	boolean hasSeen(BigDecimal now) {
		return this.total.isEmpty() || this.total.equals(now.toPlainString());
	}

	Card card() {
		return new Card(this.cardholder, this.cardNumber, expiryMonth(), this.cvc);
	}

	YearMonth expiryMonth() {
		int month = Integer.parseInt(this.expiry.substring(0, 2));
		int year = 2000 + Integer.parseInt(this.expiry.substring(this.expiry.length() - 2));
		return YearMonth.of(year, month);
	}

	@Override
	public String toString() {
		return "CheckoutForm[]";
	}

	/**
	 * The group of constraints that are checked only when the card number has no other
	 * error.
	 */
	interface CheckDigit {

	}

}
