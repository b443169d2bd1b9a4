/**
 * The lab: the same two requests under every technique of remembering, on numbers and
 * amounts of its own. It uses neither the shop's session nor its cookies nor its tables.
 */
@ApplicationModule(allowedDependencies = { "serverview", "web", "web :: *" })
@NullMarked
package billpay.lab;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
