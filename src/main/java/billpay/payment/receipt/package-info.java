/**
 * What a customer sees of payments: the history, and the receipt of each.
 */
@NullMarked
package billpay.payment.receipt;

import org.jspecify.annotations.NullMarked;
