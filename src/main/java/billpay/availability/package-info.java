/**
 * Outages of the database or the session store, and the shutdown of a node.
 */
@ApplicationModule(allowedDependencies = { "web", "web :: *" })
@NullMarked
package billpay.availability;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
