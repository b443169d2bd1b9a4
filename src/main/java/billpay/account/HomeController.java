package billpay.account;

import billpay.web.format.LocalizedDateFormatter;
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

	private final LocalizedDateFormatter dates;

	HomeController(VisitorCookie visitorCookie, LocalizedDateFormatter dates) {
		this.visitorCookie = visitorCookie;
		this.dates = dates;
	}

	@GetMapping("/")
	String home(HttpServletRequest request, Model model) {
		if (request.getRemoteUser() == null) {
			this.visitorCookie.read(request)
				.ifPresent((visitor) -> model.addAttribute("visitor", visitor.name())
					.addAttribute("lastVisit", this.dates.weekdayDateTime(visitor.lastHere())));
		}
		return "home";
	}

}
