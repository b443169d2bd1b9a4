/**
 * Payments: the records of them and the port to the gateway. {@code checkout} makes them,
 * {@code receipt} shows them, {@code audit} checks them; other modules get {@code port}
 * and {@code audit} alone. May use {@code cart} (what to pay), {@code bill} (what is
 * owed), {@code catalog} (the names on a receipt) and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "cart", "bill", "catalog", "web", "web :: *" })
@NullMarked
package billpay.payment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
