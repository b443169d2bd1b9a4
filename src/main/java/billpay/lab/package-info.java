/**
 * The lab: the same two requests under every technique of remembering, on numbers and
 * amounts of its own. It uses neither the shop's session nor its cookies nor its tables.
 * May use {@code serverview} (to be left out of its recordings) and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "serverview", "web", "web :: *" })
@NullMarked
package billpay.lab;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
