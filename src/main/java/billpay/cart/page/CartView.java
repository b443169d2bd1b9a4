package billpay.cart.page;

import java.util.List;

/**
 * The cart on its page.
 *
 * @param lines its lines, none when it is empty
 * @param total what they come to now
 * @param payable whether it can be paid as it is
 */
public record CartView(List<CartLineView> lines, String total, boolean payable) {
}
