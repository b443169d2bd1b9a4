/**
 * A customer's payment history and receipts.
 */
@NullMarked
package billpay.payment.receipt;

import org.jspecify.annotations.NullMarked;
