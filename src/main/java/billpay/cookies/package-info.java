/**
 * The cookies: the page that shows a browser every one of ours, and what a request or a
 * response says about cookies, as it may be shown. May use {@code session} (the
 * fingerprint that stands for a secret) and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "session", "web", "web :: *" })
@NullMarked
package billpay.cookies;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
