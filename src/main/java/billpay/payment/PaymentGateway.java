package billpay.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.modulith.NamedInterface;

/**
 * The external service that charges cards. It may respond late or never; the caller
 * decides how long to wait. Every charge has an idempotency key: however often a key is
 * used, there is one charge and one result.
 */
@NamedInterface("port")
public interface PaymentGateway {

	/**
	 * Requests a charge.
	 * @param charge what to charge
	 * @param card the card to charge
	 * @return the result; fails with {@link IdempotencyKeyReusedException} when the key
	 * was used for another amount or currency
	 */
	CompletableFuture<ChargeResult> charge(Charge charge, Card card);

	/**
	 * Asks for the result of a charge. One that has never arrived is
	 * {@link ChargeResult#VOID} from then on: if it arrives later, it is not made.
	 * @param charge the charge
	 * @return the result, nothing while it is not decided; fails with
	 * {@link IdempotencyKeyReusedException} when the key was used for another amount or
	 * currency
	 */
	CompletableFuture<Optional<ChargeResult>> conclude(Charge charge);

	/**
	 * The gateway's statement.
	 * @return every approved charge
	 */
	List<Charge> statement();

	/**
	 * Cards to try the gateway with.
	 * @return nothing for a real gateway
	 */
	default List<TestCard> testCards() {
		return List.of();
	}

	/**
	 * A request to charge an amount, without the card.
	 *
	 * @param key the idempotency key
	 * @param amount how much, two decimals
	 * @param currency in what (ISO 4217)
	 */
	record Charge(String key, BigDecimal amount, String currency) {
	}

	/**
	 * The result of a charge.
	 */
	enum ChargeResult {

		/** Charged. */
		APPROVED,

		/** The bank declines without a reason. */
		DECLINED,

		/** Insufficient funds. */
		INSUFFICIENT_FUNDS,

		/** The bank says that the card has expired. */
		EXPIRED_CARD,

		/** The security code is wrong. */
		WRONG_CVC,

		/** The gateway failed; nothing was charged. */
		PROCESSING_ERROR,

		/** The charge never arrived, and will not be made any more. */
		VOID

	}

	/**
	 * A card to try the gateway with.
	 *
	 * @param number its digits
	 * @param effect what it does, in lower case with dashes, such as
	 * {@code insufficient-funds}
	 */
	record TestCard(String number, String effect) {
	}

	/**
	 * The key was used before, for another amount or currency.
	 */
	final class IdempotencyKeyReusedException extends RuntimeException {

		public IdempotencyKeyReusedException(String key) {
			super("The key " + key + " stands for a charge of another amount");
		}

	}

}
