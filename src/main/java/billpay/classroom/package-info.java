/**
 * The lessons, and what the instructor does for a class. May use {@code payment} (the
 * ledger report), {@code bill}, {@code cart}, {@code session}, {@code serverview} (pages
 * that do not use the session) and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "availability", "payment :: audit", "bill", "cart", "session", "serverview",
		"demo", "web", "web :: *" })
@NullMarked
package billpay.classroom;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
