/**
 * Customers: sign-up, login, logout, the account page and the visitor cookie. May use
 * {@code web} and {@code session} (to identify a session).
 */
@ApplicationModule(allowedDependencies = { "availability", "session", "demo", "web", "web :: *" })
@NullMarked
package billpay.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
