package billpay.classroom;

import org.jspecify.annotations.Nullable;

/**
 * What stands in both ledgers under one reference, as the instructor's page shows it.
 *
 * @param reference names the payment, and the charge
 * @param amount what the shop has, {@code null} for nothing
 * @param status how far the shop's payment has come, as the end of a message key
 * @param charged what the gateway has charged, {@code null} for nothing
 * @param matches whether the two say the same
 */
public record LedgerRow(String reference, @Nullable String amount, @Nullable String status, @Nullable String charged,
		boolean matches) {
}
