/**
 * What a password must be like, how many are hashed at a time, and those that no person
 * has chosen.
 */
@NullMarked
package billpay.account.password;

import org.jspecify.annotations.NullMarked;
