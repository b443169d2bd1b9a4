package billpay.classroom;

import org.jspecify.annotations.Nullable;

/**
 * One reference in both ledgers, on the instructor's page.
 *
 * @param reference names the payment, and the charge
 * @param amount what the shop has, {@code null} for nothing
 * @param status the status of the shop's payment, as the end of a message key
 * @param charged what the gateway has charged, {@code null} for nothing
 * @param matches whether the two agree
 */
public record LedgerRow(String reference, @Nullable String amount, @Nullable String status, @Nullable String charged,
		boolean matches) {
}
