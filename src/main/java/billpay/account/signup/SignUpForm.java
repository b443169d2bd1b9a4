package billpay.account.signup;

import java.util.Locale;

import billpay.account.AccountRepository;
import billpay.account.password.ValidNewPassword;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a new customer sends.
 *
 * @param username the account's name; case does not count
 * @param password the password in the clear
 */
record SignUpForm(
		@Pattern(regexp = AccountRepository.NAME, message = "{signup.username.wrong}") @Nullable String username,
		@ValidNewPassword @Nullable String password) {

	/** What comes back of a name that is too long. */
	private static final int MAX_SHOWN_LENGTH = 40;

	SignUpForm {
		username = (username != null) ? username.strip().toLowerCase(Locale.ROOT) : "";
		username = username.substring(0, Math.min(username.length(), MAX_SHOWN_LENGTH));
		password = (password != null) ? password : "";
	}

	@Override
	public String toString() {
		return "SignUpForm[username=" + this.username + "]";
	}

}
