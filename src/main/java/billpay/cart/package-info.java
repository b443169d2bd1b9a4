/**
 * The cart in the session and its pages.
 */
@ApplicationModule(allowedDependencies = { "availability", "bill", "catalog", "web", "web :: *" })
@NullMarked
package billpay.cart;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
