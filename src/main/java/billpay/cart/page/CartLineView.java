package billpay.cart.page;

import org.jspecify.annotations.Nullable;

/**
 * A line on the page of the cart.
 *
 * @param id names the line
 * @param description what is to be paid
 * @param number the number it is for
 * @param amount its amount
 * @param partOf what is owed of its bill, {@code null} when all of it is to be paid
 * @param problem why it cannot be paid, {@code null} when it can
 * @param field the field that changes it, {@code null} when it cannot be changed
 * @param value the value of that field
 * @param rejected whether that value was rejected
 */
public record CartLineView(String id, String description, String number, String amount, @Nullable String partOf,
		@Nullable String problem, @Nullable String field, @Nullable String value, boolean rejected) {
}
