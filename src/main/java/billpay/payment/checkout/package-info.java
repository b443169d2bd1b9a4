/**
 * The payment form, and the life of a payment: reservation, charge, settlement,
 * reconciliation.
 */
@NullMarked
package billpay.payment.checkout;

import org.jspecify.annotations.NullMarked;
