package billpay.lab;

import billpay.lab.http.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * What the server has made of the second request.
 *
 * @param kind {@code remembered}, {@code nothing} or {@code refused}
 * @param charged what it has charged, as a sentence, {@code null} for nothing
 * @param reason why it has refused, as the end of a message key
 */
public record AnswerView(String kind, @Nullable MarkedText charged, @Nullable String reason) {

}
