package billpay.bill;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Checks that what was entered is a phone number, and one that we have.
 */
@Component
class LookupFormValidator implements Validator {

	private final PhoneNumberRepository numbers;

	LookupFormValidator(PhoneNumberRepository numbers) {
		this.numbers = numbers;
	}

	@Override
	public boolean supports(Class<?> type) {
		return LookupForm.class.equals(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		LookupForm form = (LookupForm) target;
		try {
			PhoneNumber number = form.parse();
			if (!this.numbers.exists(number)) {
				errors.rejectValue("phoneNumber", "lookup.nobody", new Object[] { number }, null);
			}
		}
		catch (PhoneNumber.InvalidPhoneNumberException ex) {
			errors.rejectValue("phoneNumber",
					(form.phoneNumber().isEmpty()) ? "lookup.empty" : "lookup." + ex.reason());
		}
	}

}
