package billpay.cart.page;

import org.jspecify.annotations.Nullable;

/**
 * An add-on on the page that offers it.
 *
 * @param code names it
 * @param name its name
 * @param price the price of one
 * @param description what it does
 * @param rejectedValue the quantity to be shown again because it was rejected,
 * {@code null} when none was
 */
public record AddOnView(String code, String name, String price, String description, @Nullable String rejectedValue) {
}
