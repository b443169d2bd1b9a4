package billpay.account;

/**
 * There is a new customer. Published inside the transaction that writes the account, so
 * that a listener's failure leaves no half-made customer.
 *
 * @param name the account's name
 */
public record CustomerSignedUpEvent(String name) {
}
