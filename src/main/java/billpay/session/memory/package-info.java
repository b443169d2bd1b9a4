/**
 * Sessions in the memory of one node.
 */
@NullMarked
package billpay.session.memory;

import org.jspecify.annotations.NullMarked;
