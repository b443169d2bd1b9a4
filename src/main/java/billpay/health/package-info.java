/**
 * What a load balancer is told: whether this node can serve, at once, also while what it
 * needs hangs; and in time, before it stops. Uses no other room.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.health;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
