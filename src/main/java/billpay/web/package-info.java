/**
 * The hallway: what every page shares, such as languages, static files, amounts and the
 * error page. Every room may use it; it knows no room.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
