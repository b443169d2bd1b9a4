/**
 * Login and logout: the form, what surrounds Spring Security's own handling of it, and
 * the throttle on guessing.
 */
@NullMarked
package billpay.account.login;

import org.jspecify.annotations.NullMarked;
