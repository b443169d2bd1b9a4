package billpay.account;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The home page. It greets a returning visitor by the visitor cookie.
 */
@Controller
class HomeController {

	private final VisitorCookie visitorCookie;

	HomeController(VisitorCookie visitorCookie) {
		this.visitorCookie = visitorCookie;
	}

	@GetMapping("/")
	String home(HttpServletRequest request, Model model) {
		this.visitorCookie.read(request).ifPresent((visitor) -> model.addAttribute("visitor", visitor));
		return "home";
	}

}
