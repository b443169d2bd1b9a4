package billpay.serverview.exchange;

/**
 * A header of a request or a response, as it may be shown.
 *
 * @param name its name as it was sent
 * @param value its value, shortened and without secrets
 */
public record Header(String name, String value) {
}
