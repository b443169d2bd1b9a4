/**
 * A request and its response as HTTP sends them, and the command that sends the request
 * again.
 */
@NullMarked
package billpay.serverview.raw;

import org.jspecify.annotations.NullMarked;
