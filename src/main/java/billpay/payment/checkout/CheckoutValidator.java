package billpay.payment.checkout;

import java.time.Clock;
import java.time.YearMonth;

import billpay.cart.Cart;
import billpay.cart.Quote;
import billpay.payment.CardBrand;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;

/**
 * What a form must be like before the gateway is asked: that the customer has seen what
 * is going to be paid, the constraints of the {@link CheckoutForm}, and what depends on
 * the brand of the card and on today's date. Each field is told one thing at a time.
 */
@Component
class CheckoutValidator {

	private static final int MAX_VALIDITY_YEARS = 20;

	private final SmartValidator validator;

	private final Clock clock;

	CheckoutValidator(SmartValidator validator, Clock clock) {
		this.validator = validator;
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
		this.validator.validate(form, errors);
		if (!errors.hasFieldErrors("cardNumber")) {
			this.validator.validate(form, errors, CheckoutForm.CheckDigit.class);
		}
		if (!errors.hasFieldErrors("cardNumber") && CardBrand.of(form.cardNumber()).isEmpty()) {
			errors.rejectValue("cardNumber", "checkout.cardNumber.unknown-brand");
		}
		if (!errors.hasFieldErrors("expiry")) {
			checkExpiry(form.expiryMonth(), errors);
		}
		if (!errors.hasFieldErrors("cvc")) {
			checkCvc(form, errors);
		}
	}

	private void checkExpiry(YearMonth expiry, Errors errors) {
		YearMonth now = YearMonth.now(this.clock);
		if (expiry.isBefore(now)) {
			errors.rejectValue("expiry", "checkout.expiry.past");
		}
		else if (expiry.isAfter(now.plusYears(MAX_VALIDITY_YEARS))) {
			errors.rejectValue("expiry", "checkout.expiry.too-far");
		}
	}

	private static void checkCvc(CheckoutForm form, Errors errors) {
		int length = CardBrand.of(form.cardNumber()).map(CardBrand::cvcLength).orElse(form.cvc().length());
		if (!form.cvc().matches("[0-9]{3,4}") || form.cvc().length() != length) {
			errors.rejectValue("cvc", (length == 4) ? "checkout.cvc.four-digits" : "checkout.cvc.three-digits");
		}
	}

}
