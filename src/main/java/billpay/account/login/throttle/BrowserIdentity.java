package billpay.account.login.throttle;

import org.jspecify.annotations.Nullable;

/**
 * The browser that somebody logs in or signs up with, as far as the server can tell
 * browsers apart.
 *
 * @param id what it is told from others by: its {@link BrowserIdentityCookie} or, before
 * it has one, its session
 * @param lastAccount the account that logged in from it last, {@code null} when none did
 */
public record BrowserIdentity(String id, @Nullable String lastAccount) {

	/**
	 * Whether the owner of an account has logged in from this browser before.
	 * @param account the account's name
	 * @return {@code true} when it was the last to do so
	 */
	boolean isKnownTo(String account) {
		return account.equals(this.lastAccount);
	}

}
