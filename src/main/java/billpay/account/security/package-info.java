/**
 * Spring Security's configuration, and the handlers of refused requests.
 */
@NullMarked
package billpay.account.security;

import org.jspecify.annotations.NullMarked;
