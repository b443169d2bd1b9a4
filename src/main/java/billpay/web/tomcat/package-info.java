/**
 * What Tomcat does before the first filter sees a request and after the last has seen it.
 */
@NullMarked
package billpay.web.tomcat;

import org.jspecify.annotations.NullMarked;
