package billpay.lab.mistake.payment;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The price as the wrong form sends it. Any amount is believed, zero and negative ones
 * too: that is the mistake.
 *
 * @param price an amount, with up to four digits and two decimals; no other notation that
 * {@link BigDecimal} reads, such as {@code 1e3}
 */
record PriceForm(@NotNull @Pattern(regexp = "-?[0-9]{1,4}([.][0-9]{1,2})?") String price) {

	BigDecimal amount() {
		return new BigDecimal(this.price);
	}

}
