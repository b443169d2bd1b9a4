/**
 * One request and its response, as they are recorded.
 */
@NullMarked
package billpay.serverview.exchange;

import org.jspecify.annotations.NullMarked;
