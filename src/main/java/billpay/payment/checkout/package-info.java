/**
 * How payments come about and to their end: the form with the card, the reservation of
 * what is paid, the charge, its settlement, and the reconciliation of what stayed open.
 */
@NullMarked
package billpay.payment.checkout;

import org.jspecify.annotations.NullMarked;
