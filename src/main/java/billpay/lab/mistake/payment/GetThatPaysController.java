package billpay.lab.mistake.payment;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeRegistry;
import billpay.lab.mistake.MistakeView;
import billpay.lab.mistake.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Wrong: a link pays, and whatever follows links pays too. Right: a form with
 * {@code method="post"}.
 */
@Controller
@Order(2)
class GetThatPaysController implements Mistake {

	private final LabPayments payments;

	private final MistakeRegistry mistakes;

	GetThatPaysController(LabPayments payments, MistakeRegistry mistakes) {
		this.payments = payments;
		this.mistakes = mistakes;
	}

	@Override
	public String name() {
		return "get-that-pays";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		return this.payments.outcome(this, half, session);
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		return this.payments.view();
	}

	@GetMapping("/lab/mistakes/get-that-pays/wrong/pay")
	String wrong(HttpServletRequest request, HttpServletResponse response, Model model) {
		this.payments.pay(this, Half.WRONG, request, response);
		model.addAttribute("mistake", this.mistakes.view(this, request));
		return MistakeView.TEMPLATE;
	}

	@PostMapping("/lab/mistakes/get-that-pays/right/pay")
	String right(HttpServletRequest request, HttpServletResponse response) {
		this.payments.pay(this, Half.RIGHT, request, response);
		return Half.RIGHT.page(this);
	}

	// A message with both addresses in it, of which a mail program makes previews.
	@GetMapping("/lab/mistakes/get-that-pays/message")
	String message(HttpServletRequest request, Model model) {
		model.addAttribute("mistake", this.mistakes.view(this, request));
		return "lab/mistake/message";
	}

}
