/**
 * The ledger as a whole: whether the shop and the gateway agree on every payment, the
 * start option that checks this, and why a ledger cannot be opened.
 */
@ApplicationModule(allowedDependencies = { "payment", "payment :: port" })
@NullMarked
package billpay.ledger;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
