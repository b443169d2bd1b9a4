/**
 * Phone numbers, their bills and the lookup.
 */
@ApplicationModule(allowedDependencies = { "account", "demo", "web", "web :: *" })
@NullMarked
package billpay.bill;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
