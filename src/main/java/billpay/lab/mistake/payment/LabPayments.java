package billpay.lab.mistake.payment;

import java.math.BigDecimal;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import billpay.lab.order.Subscriber;
import billpay.web.format.MoneyFormatter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Counts how often a browser has paid mark's bill of the lab. Nothing prevents a second
 * payment: that is what some mistakes are about.
 */
@Component
class LabPayments {

	private final MistakeSessions sessions;

	private final MoneyFormatter money;

	LabPayments(MistakeSessions sessions, MoneyFormatter money) {
		this.sessions = sessions;
		this.money = money;
	}

	void pay(Mistake mistake, Half half, HttpServletRequest request, HttpServletResponse response) {
		String count = half.attribute(mistake);
		this.sessions.update(request, response,
				(session) -> session.setAttribute(count, session.getAttributeOrDefault(count, 0) + 1));
	}

	Outcome outcome(Mistake mistake, Half half, Session session) {
		int count = session.getAttributeOrDefault(half.attribute(mistake), 0);
		return (count > 0) ? new Outcome("paid", Integer.toString(count), total(count)) : Outcome.of("unpaid");
	}

	PaymentView view() {
		return new PaymentView(total(1), total(2));
	}

	private String total(int count) {
		return this.money.format(Subscriber.MARK.due().multiply(BigDecimal.valueOf(count)));
	}

	/**
	 * The bill as the page shows it.
	 *
	 * @param due what is due, with its currency
	 * @param twice what it costs to pay it twice
	 */
	public record PaymentView(String due, String twice) {

	}

}
