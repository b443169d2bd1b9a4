package billpay.lab.mistake.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The price as the wrong form sends it.
 *
 * @param price an amount with two decimals
 */
record PriceForm(@NotNull @Pattern(regexp = "[0-9]{1,4}[.][0-9]{2}") String price) {

}
