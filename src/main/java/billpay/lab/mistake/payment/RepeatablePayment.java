package billpay.lab.mistake.payment;

import java.math.BigDecimal;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeRegistry;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import billpay.lab.order.Subscriber;
import billpay.web.format.MoneyFormatter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.session.Session;
import org.springframework.ui.Model;

/**
 * A mistake that pays mark's bill of the lab once more without being asked to. It counts
 * how often a browser has paid; nothing here prevents a second payment.
 */
abstract class RepeatablePayment implements Mistake {

	private final MistakeSessions sessions;

	private final MistakeRegistry mistakes;

	private final MoneyFormatter money;

	RepeatablePayment(MistakeSessions sessions, MistakeRegistry mistakes, MoneyFormatter money) {
		this.sessions = sessions;
		this.mistakes = mistakes;
		this.money = money;
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		int count = session.getAttributeOrDefault(half.attribute(this), 0);
		return (count > 0) ? new Outcome("paid", Integer.toString(count), total(count)) : Outcome.of("unpaid");
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		return new PaymentView(total(1), total(2));
	}

	void pay(Half half, HttpServletRequest request, HttpServletResponse response) {
		String count = half.attribute(this);
		this.sessions.update(request, response,
				(session) -> session.setAttribute(count, session.getAttributeOrDefault(count, 0) + 1));
	}

	void addMistake(HttpServletRequest request, Model model) {
		model.addAttribute("mistake", this.mistakes.view(this, request));
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
