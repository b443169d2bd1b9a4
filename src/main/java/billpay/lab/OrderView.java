package billpay.lab;

/**
 * What the server charges, as the pages show it.
 *
 * @param number the phone number as the customer would write it
 * @param total the amount with its currency
 * @param lines the number of lines in the cart
 */
public record OrderView(String number, String total, int lines) {

}
