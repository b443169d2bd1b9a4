package billpay.bill;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers and bills: {@code billpay.bill.*}.
 *
 * @param initialAmount the amount of the first bill of a number
 * @param areaCodes where new customers get their numbers: each area code has the hundred
 * numbers 555-0100 to 555-0199, which belong to nobody (North American Numbering Plan,
 * reserved for fiction)
 */
@ConfigurationProperties("billpay.bill")
record BillProperties(@DefaultValue("42.50") BigDecimal initialAmount, List<String> areaCodes) {
}
