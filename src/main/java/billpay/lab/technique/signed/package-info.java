/**
 * The techniques that sign the order with a key of the server's.
 */
@NullMarked
package billpay.lab.technique.signed;

import org.jspecify.annotations.NullMarked;
