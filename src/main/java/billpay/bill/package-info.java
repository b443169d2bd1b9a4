/**
 * Phone numbers, their bills and the lookup. May use {@code account} (a new customer gets
 * a number) and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "account", "demo", "web", "web :: *" })
@NullMarked
package billpay.bill;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
