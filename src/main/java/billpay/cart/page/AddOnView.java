package billpay.cart.page;

/**
 * An add-on on the page that offers it.
 *
 * @param code names it
 * @param name its name
 * @param price the price of one
 * @param description what it does
 * @param quantity how many of it to buy, as typed when the form was refused
 * @param rejected whether the quantity is the reason
 */
public record AddOnView(String code, String name, String price, String description, String quantity, boolean rejected) {
}
