/**
 * What will be paid: the page that offers a number's bills and add-ons, and the cart in
 * the session. May use {@code bill}, {@code catalog} and {@code web}.
 */
@ApplicationModule(allowedDependencies = { "bill", "catalog", "web", "web :: *" })
@NullMarked
package billpay.cart;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
