/**
 * What Tomcat does before the first filter and after the last.
 */
@NullMarked
package billpay.web.tomcat;

import org.jspecify.annotations.NullMarked;
