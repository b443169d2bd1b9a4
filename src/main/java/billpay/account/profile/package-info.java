/**
 * The account page: the password and the sessions of the account.
 */
@NullMarked
package billpay.account.profile;

import org.jspecify.annotations.NullMarked;
