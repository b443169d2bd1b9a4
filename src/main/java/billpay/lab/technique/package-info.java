/**
 * The techniques with which a server can remember the first request in the second.
 */
@NullMarked
package billpay.lab.technique;

import org.jspecify.annotations.NullMarked;
