package billpay.classroom;

import java.util.List;

/**
 * A rule of the ledger on the page of the instructor.
 *
 * @param number which rule, and the end of the key of its message
 * @param violations a sentence for each row that breaks it
 */
public record LedgerRule(int number, List<String> violations) {
}
