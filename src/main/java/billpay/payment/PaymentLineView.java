package billpay.payment;

/**
 * One thing that is or was paid.
 *
 * @param description what it is
 * @param number the number it is for
 * @param amount what it comes to
 */
public record PaymentLineView(String description, String number, String amount) {
}
