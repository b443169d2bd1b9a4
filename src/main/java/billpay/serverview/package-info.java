/**
 * What the server sees of a browser: the recorded requests, the pane on every page, the
 * experiments and the page of cookies. May use {@code session} (the store to watch, and
 * the fingerprint that stands for a secret) and {@code web}; the shop does not know that
 * it is being watched.
 */
@ApplicationModule(allowedDependencies = { "session", "web" })
@NullMarked
package billpay.serverview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
