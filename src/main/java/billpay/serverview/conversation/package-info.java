/**
 * What is kept of a browser's requests, found by the token in its cookie.
 */
@NullMarked
package billpay.serverview.conversation;

import org.jspecify.annotations.NullMarked;
