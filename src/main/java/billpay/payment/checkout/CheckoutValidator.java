package billpay.payment.checkout;

import java.time.Clock;
import java.time.YearMonth;
import java.util.regex.Pattern;

import billpay.cart.Cart;
import billpay.cart.Quote;
import billpay.payment.Card;
import billpay.payment.CardBrand;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * What a form must be like before the gateway is asked: the card's fields, one sentence
 * for each, and that the customer has seen what is going to be paid.
 */
@Component
class CheckoutValidator {

	private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])/?[0-9]{2}");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");

	private static final int LONGEST_NAME = 60;

	private static final int LONGEST_VALIDITY_YEARS = 20;

	private final Clock clock;

	CheckoutValidator(Clock clock) {
		this.clock = clock;
	}

	void check(CheckoutForm form, Cart cart, Quote quote, Errors errors) {
		if (!form.hasSeen(cart)) {
			errors.reject("checkout.cart.changed");
		}
		else if (!form.hasSeen(quote.total())) {
			errors.reject("checkout.total.changed");
		}
		checkCard(form, errors);
	}

	void checkCard(CheckoutForm form, Errors errors) {
		reject(errors, "cardholder", cardholder(form.cardholder()));
		reject(errors, "cardNumber", number(form.cardNumber()));
		reject(errors, "expiry", expiry(form));
		reject(errors, "cvc", cvc(form));
	}

	private static void reject(Errors errors, String field, String problem) {
		if (!problem.isEmpty()) {
			errors.rejectValue(field, "checkout." + field + "." + problem);
		}
	}

	private static String cardholder(String name) {
		return (name.isEmpty()) ? "empty" : (name.length() > LONGEST_NAME) ? "too-long" : "";
	}

	private static String number(String number) {
		if (number.isEmpty()) {
			return "empty";
		}
		if (!NUMBER.matcher(number).matches()) {
			return "not-a-number";
		}
		if (!Card.passesLuhn(number)) {
			return "mistyped";
		}
		return (CardBrand.of(number).isPresent()) ? "" : "unknown-brand";
	}

	private String expiry(CheckoutForm form) {
		if (form.expiry().isEmpty()) {
			return "empty";
		}
		if (!EXPIRY.matcher(form.expiry()).matches()) {
			return "unreadable";
		}
		YearMonth now = YearMonth.now(this.clock);
		YearMonth expiry = form.expiryMonth();
		return (expiry.isBefore(now)) ? "past"
				: (expiry.isAfter(now.plusYears(LONGEST_VALIDITY_YEARS))) ? "too-far" : "";
	}

	private static String cvc(CheckoutForm form) {
		if (form.cvc().isEmpty()) {
			return "empty";
		}
		int length = CardBrand.of(form.cardNumber()).map(CardBrand::cvcLength).orElse(form.cvc().length());
		boolean right = form.cvc().matches("[0-9]{3,4}") && form.cvc().length() == length;
		return (right) ? "" : (length == 4) ? "four-digits" : "three-digits";
	}

}
