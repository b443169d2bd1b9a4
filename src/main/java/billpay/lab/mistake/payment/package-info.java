/**
 * Mistakes with a payment: the client sets the price, or a payment is repeated.
 */
@NullMarked
package billpay.lab.mistake.payment;

import org.jspecify.annotations.NullMarked;
