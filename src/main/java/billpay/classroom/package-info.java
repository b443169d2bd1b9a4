/**
 * What the instructor does for a class: the lessons, the two ledgers side by side, the
 * next month's bills, the demo data back at their start. May use {@code payment} (the
 * ledger report), {@code bill}, {@code session} and {@code serverview} (where sessions
 * live, and pages that merely look at them) and {@code web}; the shop does not know that
 * it is being taught with.
 */
@ApplicationModule(allowedDependencies = { "payment :: audit", "bill", "session", "serverview", "web", "web :: *" })
@NullMarked
package billpay.classroom;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
