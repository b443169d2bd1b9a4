/**
 * The mistake of a form without a CSRF token, and the page of another site that uses it
 * (cross-site request forgery).
 */
@NullMarked
package billpay.lab.mistake.csrf;

import org.jspecify.annotations.NullMarked;
