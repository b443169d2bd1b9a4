/**
 * The demo data: whether there are any, how they get into the database, and how they are
 * reset. The modules that have data of the demo customers listen to the reset.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.demo;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
