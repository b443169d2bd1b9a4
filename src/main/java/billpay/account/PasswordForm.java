package billpay.account;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends to change the password.
 *
 * @param oldPassword the password until now (OWASP ASVS 6.2.3)
 * @param newPassword the new one, by the rules of {@link SignUpForm}
 */
record PasswordForm(
		@Size(min = 1, max = SignUpForm.MAX_PASSWORD,
				message = "{account.password.old.empty}") @Nullable String oldPassword,
		@Size(min = SignUpForm.MIN_PASSWORD, max = SignUpForm.MAX_PASSWORD,
				message = "{signup.password.rule}") @NotCompromised @Nullable String newPassword) {

	PasswordForm {
		oldPassword = (oldPassword != null) ? oldPassword : "";
		newPassword = (newPassword != null) ? newPassword : "";
	}

	@Override
	public String toString() {
		return "PasswordForm[]";
	}

}
