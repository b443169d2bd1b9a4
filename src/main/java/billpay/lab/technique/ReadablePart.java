package billpay.lab.technique;

/**
 * A part of a state that is encoded and not encrypted, decoded.
 *
 * @param name which part, as the end of a message key
 * @param text what it says
 */
public record ReadablePart(String name, String text) {

}
