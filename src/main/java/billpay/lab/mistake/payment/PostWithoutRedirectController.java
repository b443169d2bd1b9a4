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
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Wrong: the response to the POST is the page, and a reload repeats the POST. Right: the
 * response is a redirect, and a reload repeats the GET that follows it.
 */
@Controller
@Order(3)
class PostWithoutRedirectController extends RepeatablePayment {

	PostWithoutRedirectController(MistakeSessions sessions, MistakeRegistry mistakes, MoneyFormatter money) {
		super(sessions, mistakes, money);
	}

	@Override
	public String name() {
		return "post-without-redirect";
	}

	@PostMapping("/lab/mistakes/post-without-redirect/wrong/pay")
	String wrong(HttpServletRequest request, HttpServletResponse response, Model model) {
		pay(Half.WRONG, request, response);
		addMistake(request, model);
		return MistakeView.TEMPLATE;
	}

	@PostMapping("/lab/mistakes/post-without-redirect/right/pay")
	String right(HttpServletRequest request, HttpServletResponse response) {
		pay(Half.RIGHT, request, response);
		return "redirect:/lab/mistakes/post-without-redirect#right";
	}

}
