/**
 * Where sessions live and how their cookie looks.
 */
@ApplicationModule(allowedDependencies = { "availability", "web", "web :: *" })
@NullMarked
package billpay.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
