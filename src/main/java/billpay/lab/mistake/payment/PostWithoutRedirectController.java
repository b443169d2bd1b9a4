package billpay.lab.mistake.payment;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeRegistry;
import billpay.lab.mistake.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Wrong: the response to the POST is the page, and a reload repeats the POST. Right: the
 * response is a redirect, and a reload repeats the GET that follows it.
 */
@Controller
@Order(3)
class PostWithoutRedirectController implements Mistake {

	private final LabPayments payments;

	private final MistakeRegistry mistakes;

	PostWithoutRedirectController(LabPayments payments, MistakeRegistry mistakes) {
		this.payments = payments;
		this.mistakes = mistakes;
	}

	@Override
	public String name() {
		return "post-without-redirect";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		return this.payments.outcome(this, half, session);
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		return this.payments.view();
	}

	@PostMapping("/lab/mistakes/post-without-redirect/wrong/pay")
	String wrong(HttpServletRequest request, HttpServletResponse response, Model model) {
		this.payments.pay(this, Half.WRONG, request, response);
		model.addAttribute("mistake", this.mistakes.view(this, request));
		return "lab/mistake/mistake";
	}

	@PostMapping("/lab/mistakes/post-without-redirect/right/pay")
	String right(HttpServletRequest request, HttpServletResponse response) {
		this.payments.pay(this, Half.RIGHT, request, response);
		return "redirect:/lab/mistakes/post-without-redirect#right";
	}

}
