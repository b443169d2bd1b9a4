/**
 * Spring Security's configuration: who may ask for what, and what happens to a request
 * that is refused.
 */
@NullMarked
package billpay.account.security;

import org.jspecify.annotations.NullMarked;
