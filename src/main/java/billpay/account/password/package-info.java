/**
 * The rules for passwords, their hashing, and the passwords that are set at start.
 */
@NullMarked
package billpay.account.password;

import org.jspecify.annotations.NullMarked;
