/**
 * The page about cookies, and what a request or a response says about them.
 */
@ApplicationModule(allowedDependencies = { "session", "web", "web :: *" })
@NullMarked
package billpay.cookies;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
