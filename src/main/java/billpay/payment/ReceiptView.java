package billpay.payment;

import java.util.List;

/**
 * A payment on its receipt, or on the page that says that it is being confirmed.
 *
 * @param reference names it
 * @param date when it was made
 * @param customer who has paid
 * @param brand the card's brand
 * @param lastFour the last four digits of its number
 * @param lines what was paid
 * @param total the sum of the lines
 */
public record ReceiptView(String reference, String date, String customer, String brand, String lastFour,
		List<PaymentLineView> lines, String total) {
}
