/**
 * What the server sees of a browser: the recorded requests, the pane on every page, the
 * conversation as a diagram and the experiments. The shop does not know that it is being
 * watched.
 */
@ApplicationModule(allowedDependencies = { "availability", "session", "cookies", "web", "web :: *" })
@NullMarked
package billpay.serverview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
