/**
 * The pages with the whole conversation of a browser, and the button that switches the
 * server view on and off.
 */
@NullMarked
package billpay.serverview.page;

import org.jspecify.annotations.NullMarked;
