package billpay.payment.checkout;

import java.time.Clock;
import java.time.YearMonth;

import billpay.payment.CardBrand;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;

/**
 * Checks what the constraints of a {@link CheckoutForm} cannot: the check digit of what
 * looks like a card number, and what depends on the brand of the card and on today's
 * date. Of several problems with one field the first is reported.
 */
@Component
class CheckoutFormValidator implements Validator {

	private static final int MAX_VALIDITY_YEARS = 20;

	private final SmartValidator constraints;

	private final Clock clock;

	CheckoutFormValidator(SmartValidator constraints, Clock clock) {
		this.constraints = constraints;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> type) {
		return CheckoutForm.class.equals(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		CheckoutForm form = (CheckoutForm) target;
		if (!errors.hasFieldErrors("cardNumber")) {
			this.constraints.validate(form, errors, CheckoutForm.CheckDigit.class);
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
