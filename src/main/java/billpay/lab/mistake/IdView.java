package billpay.lab.mistake;

/**
 * The session of the browser.
 *
 * @param id its id, which is a secret of this page only
 * @param link the address that makes another browser use it
 */
public record IdView(String id, String link) {

}
