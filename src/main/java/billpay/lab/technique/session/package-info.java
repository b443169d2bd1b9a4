/**
 * The techniques that keep the order on the server, and the lab's own sessions.
 */
@NullMarked
package billpay.lab.technique.session;

import org.jspecify.annotations.NullMarked;
