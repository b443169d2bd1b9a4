package billpay.session;

/**
 * Where sessions live, for pages that tell about it.
 *
 * @param key the end of the key of the message that names the place: {@code memory} or
 * {@code redis}
 */
public record SessionStoreInfo(String key) {
}
