package billpay.lab.mistake.payment;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

/**
 * The price as the wrong form sends it. Any amount is believed, zero and negative ones
 * too: that is the mistake.
 *
 * @param price an amount, with up to four digits and two decimals
 */
record PriceForm(@NotNull @Digits(integer = 4, fraction = 2) BigDecimal price) {

}
