/**
 * The sandbox gateway: an outside party with books of its own, which nobody reaches but
 * through the port in {@code payment}. May use {@code payment} (that port) and nothing
 * else.
 */
@ApplicationModule(allowedDependencies = "payment :: port")
@NullMarked
package billpay.gateway;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
