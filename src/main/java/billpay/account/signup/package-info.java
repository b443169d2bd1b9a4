/**
 * Sign-up, and the limits on it.
 */
@NullMarked
package billpay.account.signup;

import org.jspecify.annotations.NullMarked;
