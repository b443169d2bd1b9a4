/**
 * The pages that put things into the cart and show it, with their forms.
 */
@NullMarked
package billpay.cart.page;

import org.jspecify.annotations.NullMarked;
