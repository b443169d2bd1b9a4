/**
 * How amounts, dates and texts from outside are written on a page.
 */
@NamedInterface("format")
@NullMarked
package billpay.web.format;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
