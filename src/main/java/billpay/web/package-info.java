/**
 * What every page shares, such as languages, static files, amounts and the error page.
 * Every module may use it; it uses none.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package billpay.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
