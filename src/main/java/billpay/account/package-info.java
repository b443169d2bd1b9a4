/**
 * Customers: sign-up, login, logout, the account page and the visitor cookie.
 */
@ApplicationModule(allowedDependencies = { "availability", "session", "demo", "web", "web :: *" })
@NullMarked
package billpay.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
