/**
 * What every page shares, such as layout, languages, static files and error pages. Every
 * module may use it; it uses none.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
