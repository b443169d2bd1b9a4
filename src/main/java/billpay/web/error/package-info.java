/**
 * Error pages, and the exceptions that lead to them.
 */
@NamedInterface("error")
@NullMarked
package billpay.web.error;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
