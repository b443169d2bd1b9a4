package billpay.lab;

import java.util.List;
import java.util.regex.Pattern;

import billpay.lab.http.MarkedText;
import billpay.lab.order.LabOrder;
import billpay.web.format.MoneyFormatter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the language of the page what an order comes to. The phone number is marked, so
 * that the page does not break it at the end of a line.
 */
@Component
class OrderFormatter {

	private static final Pattern NUMBER = Pattern.compile("(\\d{3})(\\d{3})(\\d{4})");

	private final MoneyFormatter money;

	private final MessageSource messages;

	OrderFormatter(MoneyFormatter money, MessageSource messages) {
		this.money = money;
		this.messages = messages;
	}

	MarkedText due(LabOrder order) {
		return sentence("lab.due", order);
	}

	MarkedText charged(LabOrder order) {
		return sentence("lab.paid", order);
	}

	private MarkedText sentence(String key, LabOrder order) {
		String number = NUMBER.matcher(order.phoneNumber()).replaceAll("($1) $2-$3");
		String text = this.messages.getMessage(key, new Object[] { number, this.money.format(order.total()) },
				LocaleContextHolder.getLocale());
		return MarkedText.of(text, List.of(number));
	}

}
