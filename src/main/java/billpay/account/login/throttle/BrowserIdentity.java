package billpay.account.login.throttle;

import org.jspecify.annotations.Nullable;

/**
 * The browser from which somebody logs in or signs up.
 *
 * @param id what identifies it: its {@link BrowserIdentityCookie} or, before it has one,
 * its session
 * @param lastAccount the account that logged in from it last, {@code null} when none did
 */
public record BrowserIdentity(String id, @Nullable String lastAccount) {

	boolean isKnownTo(String account) {
		return account.equals(this.lastAccount);
	}

}
