package billpay.catalog;

import java.math.BigDecimal;

/**
 * Something to buy for a number, as it stands in the database now.
 *
 * @param code what names it, such as {@code data-5gb}
 * @param price the price of one
 * @param name its name in the language asked for
 * @param description what it does, in the language asked for
 */
public record AddOn(String code, BigDecimal price, String name, String description) {
}
