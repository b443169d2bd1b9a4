/**
 * The throttle on guessing passwords, and the cookie by which it tells browsers apart.
 */
@NullMarked
package billpay.account.login.throttle;

import org.jspecify.annotations.NullMarked;
