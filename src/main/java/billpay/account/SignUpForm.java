package billpay.account;

import java.util.Locale;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a new customer sends.
 *
 * @param username 3 to 20 letters, digits, dots, dashes, underscores; case does not count
 * @param password 8 to 128 characters (OWASP ASVS 6.2.1, 6.2.9), no common one (6.2.4)
 */
record SignUpForm(@Pattern(regexp = SignUpForm.USERNAME, message = "{signup.username.rule}") @Nullable String username,
		@Size(min = SignUpForm.MIN_PASSWORD, max = SignUpForm.MAX_PASSWORD,
				message = "{signup.password.rule}") @NotCompromised @Nullable String password) {

	static final String USERNAME = "[a-z0-9][a-z0-9._-]{2,19}";

	static final int MIN_PASSWORD = 8;

	static final int MAX_PASSWORD = 128;

	/** What comes back of a name that is too long. */
	private static final int LONGEST_SHOWN = 40;

	SignUpForm {
		username = (username != null) ? username.strip().toLowerCase(Locale.ROOT) : "";
		username = username.substring(0, Math.min(username.length(), LONGEST_SHOWN));
		password = (password != null) ? password : "";
	}

	@Override
	public String toString() {
		return "SignUpForm[username=" + this.username + "]";
	}

}
