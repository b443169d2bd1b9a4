/**
 * Who the customer is: sign up, sign in, sign out, the visitor cookie. May use
 * {@code web} and no other room.
 */
@ApplicationModule(allowedDependencies = "web")
@NullMarked
package billpay.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
