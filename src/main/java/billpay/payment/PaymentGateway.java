package billpay.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.modulith.NamedInterface;

/**
 * The outside party that moves the money. What it is asked may be answered late or never;
 * whoever asks decides how long to wait. Every charge has a key, and a key means one
 * thing: whatever is asked under it, and however often, there is one charge and one
 * answer.
 */
@NamedInterface("port")
public interface PaymentGateway {

	/**
	 * Asks for a charge.
	 * @param charge what to charge
	 * @param card from whom
	 * @return what becomes of it; fails with {@link IdempotencyKeyReusedException} when
	 * the key stands for another amount
	 */
	CompletableFuture<ChargeResult> charge(Charge charge, Card card);

	/**
	 * Asks what became of a charge. One that has never arrived is
	 * {@link ChargeResult#VOID} from then on: should it arrive late, it is not made.
	 * @param charge the charge
	 * @return the answer, nothing while the gateway is still at work on it; fails with
	 * {@link IdempotencyKeyReusedException} when the key stands for another amount
	 */
	CompletableFuture<Optional<ChargeResult>> conclude(Charge charge);

	/**
	 * The gateway's side of the books.
	 * @return every charge by which money has moved
	 */
	List<Charge> statement();

	/**
	 * Cards to try the gateway with.
	 * @return none when it is a real one
	 */
	default List<TestCard> testCards() {
		return List.of();
	}

	/**
	 * A request for money, less the card.
	 *
	 * @param key names the charge
	 * @param amount how much, two decimals
	 * @param currency in what (ISO 4217)
	 */
	record Charge(String key, BigDecimal amount, String currency) {
	}

	/**
	 * What the gateway says.
	 */
	enum ChargeResult {

		/** The money is ours. */
		APPROVED,

		/** The bank says no and does not say why. */
		DECLINED,

		/** There is not enough money. */
		INSUFFICIENT_FUNDS,

		/** The bank says that the card has expired. */
		EXPIRED_CARD,

		/** The code is not the card's. */
		WRONG_CVC,

		/** The gateway could not do it; nothing was charged. */
		PROCESSING_ERROR,

		/** The charge never arrived, and will not be made any more. */
		VOID;

		/**
		 * The message that tells a customer.
		 * @return a message key
		 */
		public String messageKey() {
			return "gateway." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A card to try the gateway with.
	 *
	 * @param number its digits
	 * @param effect what it does, as the end of a message key
	 */
	record TestCard(String number, String effect) {

		/**
		 * The number as it stands on a card.
		 * @return the digits in groups of four; fifteen of them as American Express does
		 */
		public String grouped() {
			return (this.number.length() == 15) ? this.number.replaceAll("(.{4})(.{6})", "$1 $2 ")
					: this.number.replaceAll("(.{4})(?=.)", "$1 ");
		}

		public String brand() {
			return CardBrand.of(this.number).map(CardBrand::displayName).orElseThrow();
		}

		public String messageKey() {
			return "checkout.test-cards." + this.effect;
		}

	}

	/**
	 * The key of a charge stands for another one.
	 */
	final class IdempotencyKeyReusedException extends RuntimeException {

		public IdempotencyKeyReusedException(String key) {
			super("The key " + key + " stands for a charge of another amount");
		}

	}

}
