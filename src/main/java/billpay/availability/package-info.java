/**
 * Outages of the database or the session store, what a load balancer is told, and the
 * time between that and a shutdown. May use {@code web} and no other module.
 */
@ApplicationModule(allowedDependencies = { "web", "web :: *" })
@NullMarked
package billpay.availability;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
