package billpay.lab.mistake;

import java.math.BigDecimal;

import billpay.lab.technique.Subscriber;
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
		return (count > 0) ? paid(count) : Outcome.of("unpaid");
	}

	Outcome paid(int count) {
		BigDecimal total = Subscriber.MARK.due().multiply(BigDecimal.valueOf(count));
		return new Outcome("paid", Integer.toString(count), this.money.format(total));
	}

	DueView due() {
		return new DueView(this.money.format(Subscriber.MARK.due()));
	}

	/**
	 * The bill as the page shows it.
	 *
	 * @param due what is due, with its currency
	 */
	public record DueView(String due) {

	}

}
