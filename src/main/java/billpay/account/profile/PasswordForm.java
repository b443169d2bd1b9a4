package billpay.account.profile;

import billpay.account.password.ValidNewPassword;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends to change the password.
 *
 * @param oldPassword the password until now (OWASP ASVS 6.2.3)
 * @param newPassword the new one
 */
record PasswordForm(
		@Size(min = 1, max = ValidNewPassword.MAX_LENGTH,
				message = "{account.password.old.empty}") @Nullable String oldPassword,
		@ValidNewPassword @Nullable String newPassword) {

	PasswordForm {
		oldPassword = (oldPassword != null) ? oldPassword : "";
		newPassword = (newPassword != null) ? newPassword : "";
	}

	@Override
	public String toString() {
		return "PasswordForm[]";
	}

}
