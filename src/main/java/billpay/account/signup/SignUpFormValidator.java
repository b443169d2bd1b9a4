package billpay.account.signup;

import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Checks that the password of a new account is not its name.
 */
class SignUpFormValidator implements Validator {

	@Override
	public boolean supports(Class<?> type) {
		return SignUpForm.class.equals(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		SignUpForm form = (SignUpForm) target;
		if (form.password().equalsIgnoreCase(form.username()) && !errors.hasFieldErrors("password")) {
			errors.rejectValue("password", "signup.password.name");
		}
	}

}
