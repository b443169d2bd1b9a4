/**
 * What the server sees of a browser: so far the page of its cookies. May use
 * {@code session} (the fingerprint that stands for a secret) and {@code web}; the shop
 * does not know that it is being watched.
 */
@ApplicationModule(allowedDependencies = { "session", "web" })
@NullMarked
package billpay.serverview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
