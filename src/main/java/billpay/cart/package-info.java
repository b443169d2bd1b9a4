/**
 * The cart in the session and its pages. May use {@code bill}, {@code catalog} and
 * {@code web}.
 */
@ApplicationModule(allowedDependencies = { "availability", "bill", "catalog", "web", "web :: *" })
@NullMarked
package billpay.cart;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
