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
import jakarta.validation.Valid;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Wrong: a hidden field says the price. Right: the server knows what a bill costs.
 */
@Controller
@Order(1)
class ClientPriceController implements Mistake {

	private final MistakeSessions sessions;

	private final MoneyFormatter money;

	private final MistakeRegistry mistakes;

	ClientPriceController(MistakeSessions sessions, MoneyFormatter money, MistakeRegistry mistakes) {
		this.sessions = sessions;
		this.money = money;
		this.mistakes = mistakes;
	}

	@Override
	public String name() {
		return "client-price";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		BigDecimal charged = session.getAttribute(half.attribute(this));
		return (charged != null) ? new Outcome("client-price.charged", this.money.format(charged), "")
				: Outcome.of("unpaid");
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		return PriceView.of(Subscriber.MARK.due(), this.money);
	}

	@PostMapping("/lab/mistakes/client-price/wrong/pay")
	String wrong(@Valid PriceForm form, BindingResult errors, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		if (errors.hasErrors()) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			return this.mistakes.refuse(this, Half.WRONG, "no-price", request, model);
		}
		return charge(Half.WRONG, form.amount(), request, response);
	}

	@PostMapping("/lab/mistakes/client-price/right/pay")
	String right(@RequestParam Subscriber bill, HttpServletRequest request, HttpServletResponse response) {
		return charge(Half.RIGHT, bill.due(), request, response);
	}

	private String charge(Half half, BigDecimal amount, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> session.setAttribute(half.attribute(this), amount));
		return half.page(this);
	}

}
