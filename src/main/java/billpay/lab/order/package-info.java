/**
 * What the lab sells: the bills of three subscribers.
 */
@NullMarked
package billpay.lab.order;

import org.jspecify.annotations.NullMarked;
