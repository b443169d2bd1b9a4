package billpay.gateway;

import java.util.Arrays;
import java.util.Locale;

import billpay.payment.PaymentGateway.ChargeResult;
import billpay.payment.PaymentGateway.TestCard;

/**
 * The test cards. Their numbers are those of the big processors' test modes. Those modes
 * have no card whose response is late or lost, so three numbers are ours. Each ends with
 * an HTTP status that fits (202 accepted, 504 gateway timeout, 503 service unavailable)
 * and the check digit.
 */
enum SandboxCard {

	/** Approved, as is every card that is not listed here. */
	VISA("4242424242424242", ChargeResult.APPROVED),

	/** Approved. */
	MASTERCARD("5555555555554444", ChargeResult.APPROVED),

	/** Approved; its code has four digits. */
	AMEX("378282246310005", ChargeResult.APPROVED),

	/** Declined. */
	DECLINED("4000000000000002", ChargeResult.DECLINED),

	/** Declined: insufficient funds. */
	INSUFFICIENT_FUNDS("4000000000009995", ChargeResult.INSUFFICIENT_FUNDS),

	/** Declined as expired. */
	EXPIRED_CARD("4000000000000069", ChargeResult.EXPIRED_CARD),

	/** Declined: wrong security code. */
	WRONG_CVC("4000000000000127", ChargeResult.WRONG_CVC),

	/** The gateway fails; nothing is charged. */
	PROCESSING_ERROR("4000000000000119", ChargeResult.PROCESSING_ERROR),

	/** Approved, after some seconds. */
	SLOW("4000000000002024", ChargeResult.APPROVED),

	/** Approved, but the response is lost. */
	RESPONSE_LOST("4000000000005043", ChargeResult.APPROVED),

	/** The request does not reach the gateway. */
	REQUEST_LOST("4000000000005035", ChargeResult.VOID);

	private final String number;

	private final ChargeResult result;

	SandboxCard(String number, ChargeResult result) {
		this.number = number;
		this.result = result;
	}

	static SandboxCard of(String number) {
		return Arrays.stream(values()).filter((card) -> card.number.equals(number)).findFirst().orElse(VISA);
	}

	ChargeResult result() {
		return this.result;
	}

	TestCard toTestCard() {
		String effect = switch (this) {
			case VISA, MASTERCARD, AMEX -> "approved";
			default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
		};
		return new TestCard(this.number, effect);
	}

}
