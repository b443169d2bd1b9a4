/**
 * The sandbox payment gateway, with tables of its own.
 */
@ApplicationModule(allowedDependencies = "payment :: port")
@NullMarked
package billpay.gateway;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
