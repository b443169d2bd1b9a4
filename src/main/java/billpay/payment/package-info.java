/**
 * Checkout, payments and receipts. Other modules may use {@code port} (the gateway's) and
 * {@code audit} only. May use {@code cart}, {@code bill}, {@code catalog} and
 * {@code web}.
 */
@ApplicationModule(allowedDependencies = { "cart", "bill", "catalog", "demo", "web", "web :: *" })
@NullMarked
package billpay.payment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
