/**
 * The ledger report: whether the shop and the gateway agree on every payment.
 */
@NamedInterface("audit")
@NullMarked
package billpay.payment.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
