/**
 * Who the customer is: sign up, sign in, sign out, the account and its sessions, the
 * visitor cookie. Of its parts {@code security} knows the others, {@code signup} and
 * {@code profile} know {@code login} and {@code password}, and {@code login} knows
 * {@code password}. May use {@code web} and, to name a session, {@code session}.
 */
@ApplicationModule(allowedDependencies = { "session", "web", "web :: *" })
@NullMarked
package billpay.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
