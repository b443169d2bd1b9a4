/**
 * Two browsers with a balance in each session, and why no bank keeps one there.
 */
@NullMarked
package billpay.lab.balance;

import org.jspecify.annotations.NullMarked;
