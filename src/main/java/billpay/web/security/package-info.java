/**
 * Filters that protect every response and every form.
 */
@NullMarked
package billpay.web.security;

import org.jspecify.annotations.NullMarked;
