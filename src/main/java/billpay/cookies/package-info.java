/**
 * The page about cookies, and what a request or a response says about them. May use
 * {@code session} (the fingerprint of a secret) and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "session", "web", "web :: *" })
@NullMarked
package billpay.cookies;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
