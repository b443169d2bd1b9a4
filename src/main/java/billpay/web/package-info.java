/**
 * What every page shares, such as layout, languages, static files and error pages.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
