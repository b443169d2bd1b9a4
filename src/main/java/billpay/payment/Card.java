package billpay.payment;

import java.time.YearMonth;

import org.springframework.modulith.NamedInterface;

/**
 * A card as it is sent to the gateway. It exists only during the request: only its brand
 * and last four digits are stored (PCI DSS 3.3.1, 3.4.1).
 *
 * @param holder the name on the card
 * @param number digits only
 * @param expiry the last month it is good for
 * @param cvc the code on the card
 */
@NamedInterface("port")
public record Card(String holder, String number, YearMonth expiry, String cvc) {

	/**
	 * The card's brand.
	 * @return the brand; a number that passed {@link CardBrand#of} has one
	 */
	public CardBrand brand() {
		return CardBrand.of(this.number).orElseThrow();
	}

	/**
	 * What is kept of the number.
	 * @return its last four digits
	 */
	public String lastFour() {
		return this.number.substring(this.number.length() - 4);
	}

	@Override
	public String toString() {
		return "Card[**** " + lastFour() + "]";
	}

}
