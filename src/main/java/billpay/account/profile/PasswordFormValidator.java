package billpay.account.profile;

import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Checks that a new password is neither the account's name nor the old password.
 */
class PasswordFormValidator implements Validator {

	private final String username;

	PasswordFormValidator(String username) {
		this.username = username;
	}

	@Override
	public boolean supports(Class<?> type) {
		return PasswordForm.class.equals(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		PasswordForm form = (PasswordForm) target;
		if (errors.hasFieldErrors("newPassword")) {
			return;
		}
		if (form.newPassword().equalsIgnoreCase(this.username)) {
			errors.rejectValue("newPassword", "signup.password.name");
		}
		else if (form.newPassword().equals(form.oldPassword())) {
			errors.rejectValue("newPassword", "account.password.same");
		}
	}

}
