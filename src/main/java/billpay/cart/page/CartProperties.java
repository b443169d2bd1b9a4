package billpay.cart.page;

import java.math.BigDecimal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cart: {@code billpay.cart.*}.
 *
 * @param minimumPayment the least that can be paid of a bill at a time, unless less is
 * left
 */
@ConfigurationProperties("billpay.cart")
record CartProperties(@DefaultValue("1.00") BigDecimal minimumPayment) {
}
