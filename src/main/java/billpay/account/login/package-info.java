/**
 * Login and logout around Spring Security's own handling of them.
 */
@NullMarked
package billpay.account.login;

import org.jspecify.annotations.NullMarked;
