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

	boolean isKnownTo(String account) {
		return account.equals(this.lastAccount);
	}

}
