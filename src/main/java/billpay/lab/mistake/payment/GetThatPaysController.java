package billpay.lab.mistake.payment;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.MistakeRegistry;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.MistakeView;
import billpay.web.format.MoneyFormatter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
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
class GetThatPaysController extends RepeatablePayment {

	GetThatPaysController(MistakeSessions sessions, MistakeRegistry mistakes, MoneyFormatter money) {
		super(sessions, mistakes, money);
	}

	@Override
	public String name() {
		return "get-that-pays";
	}

	@GetMapping("/lab/mistakes/get-that-pays/wrong/pay")
	String wrong(HttpServletRequest request, HttpServletResponse response, Model model) {
		pay(Half.WRONG, request, response);
		addMistake(request, model);
		return MistakeView.TEMPLATE;
	}

	@PostMapping("/lab/mistakes/get-that-pays/right/pay")
	String right(HttpServletRequest request, HttpServletResponse response) {
		pay(Half.RIGHT, request, response);
		return Half.RIGHT.page(this);
	}

	// A message with both addresses in it, of which a mail program makes previews.
	@GetMapping("/lab/mistakes/get-that-pays/message")
	String message(HttpServletRequest request, Model model) {
		addMistake(request, model);
		return "lab/mistake/message";
	}

}
