/**
 * The lessons, and what the instructor does for a class.
 */
@ApplicationModule(allowedDependencies = { "availability", "ledger", "bill", "cart", "session", "serverview", "demo",
		"web", "web :: *" })
@NullMarked
package billpay.classroom;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
