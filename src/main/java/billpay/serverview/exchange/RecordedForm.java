package billpay.serverview.exchange;

import java.util.List;

/**
 * A form that a request brought.
 *
 * @param name names it in the keys of messages, by the address that it went to
 * @param fields the first of its fields, in their order; of their values only the cart's
 * id is kept
 * @param moreFields how many more fields came
 */
public record RecordedForm(String name, List<Field> fields, int moreFields) {
}
