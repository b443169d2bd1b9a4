/**
 * The sandbox payment gateway. It is reached only by the port in {@code payment}, has
 * tables of its own, and may use nothing else.
 */
@ApplicationModule(allowedDependencies = "payment :: port")
@NullMarked
package billpay.gateway;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
