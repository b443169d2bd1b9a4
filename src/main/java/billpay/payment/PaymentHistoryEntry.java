package billpay.payment;

/**
 * A payment in a customer's history.
 *
 * @param reference names it
 * @param date when it was made
 * @param total the sum of its lines
 * @param pending whether it is still being confirmed
 */
public record PaymentHistoryEntry(String reference, String date, String total, boolean pending) {
}
