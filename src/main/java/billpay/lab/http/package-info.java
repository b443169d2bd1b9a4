/**
 * A request and its response as text, with what they carry for the next request marked,
 * and where that one goes.
 */
@NullMarked
package billpay.lab.http;

import org.jspecify.annotations.NullMarked;
