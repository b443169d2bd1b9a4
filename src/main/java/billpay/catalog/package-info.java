/**
 * The add-ons that a customer can buy for a number.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.catalog;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
