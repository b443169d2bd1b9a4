/**
 * Opening an account, and the throttle on it.
 */
@NullMarked
package billpay.account.signup;

import org.jspecify.annotations.NullMarked;
