/**
 * Records the requests of each browser, with what they did to the session.
 */
@NullMarked
package billpay.serverview.recording;

import org.jspecify.annotations.NullMarked;
