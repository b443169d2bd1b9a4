package billpay.lab;

import org.jspecify.annotations.Nullable;

/**
 * What the server has made of the second request.
 *
 * @param kind {@code remembered}, {@code nothing} or {@code refused}
 * @param order what it has charged, {@code null} for nothing
 * @param reason why it has refused, as the end of a message key
 */
public record AnswerView(String kind, @Nullable OrderView order, @Nullable String reason) {

}
