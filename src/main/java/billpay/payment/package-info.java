/**
 * Checkout, payments and receipts.
 */
@ApplicationModule(allowedDependencies = { "cart", "bill", "catalog", "demo", "web", "web :: *" })
@NullMarked
package billpay.payment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
