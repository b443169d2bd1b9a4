/**
 * Who the customer is: sign up, sign in, sign out, the account and its sessions, the
 * visitor cookie. May use {@code web} and, to name a session, {@code session}.
 */
@ApplicationModule(allowedDependencies = { "web", "session" })
@NullMarked
package billpay.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
