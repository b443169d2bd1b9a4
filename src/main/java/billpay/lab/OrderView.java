package billpay.lab;

/**
 * What the server charges, as the pages show it.
 *
 * @param number the phone number as the customer would write it
 * @param total the amount with its currency
 */
public record OrderView(String number, String total) {

}
