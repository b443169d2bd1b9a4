package billpay.account;

import java.time.Duration;

import billpay.web.Node;
import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page.
 */
@Controller
class SignInController {

	private static final String FIRST_PAGE = "/lookup";

	private final SignIn signIn;

	private final SignInPace pace;

	private final BrowserCookie browserCookie;

	private final Node node;

	SignInController(SignIn signIn, SignInPace pace, BrowserCookie browserCookie, Node node) {
		this.signIn = signIn;
		this.pace = pace;
		this.browserCookie = browserCookie;
		this.node = node;
	}

	@GetMapping("/login")
	String form(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
		if (request.getRemoteUser() == null) {
			return form("", next, model);
		}
		if (this.node.name() != null && SignInAddress.saysThatSessionIsGone(request)) {
			// Another node sends to the sign-in page whom this one knows: to send them
			// back would never end.
			model.addAttribute("notice", null);
			model.addAttribute("next", target(next));
			return "account/signed-in";
		}
		return "redirect:" + target(next);
	}

	@PostMapping("/login")
	String signIn(@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		String browser = request.getSession().getId();
		Duration wait = this.pace.enter(username, browser, this.browserCookie.read(request).orElse(null));
		if (!wait.isZero()) {
			long seconds = wait.toSeconds() + 1;
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			model.addAttribute("waitSeconds", seconds);
			return form(username, next, model);
		}
		try {
			this.signIn.with(username.strip(), password, request, response);
		}
		catch (AuthenticationException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refused", true);
			return form(username, next, model);
		}
		this.pace.succeeded(username, browser, this.browserCookie.give(request, response));
		return "redirect:" + target(next);
	}

	private static String target(String next) {
		return ReturnPath.of(next).map(ReturnPath::value).orElse(FIRST_PAGE);
	}

	private String form(String username, String next, Model model) {
		model.addAttribute("username", username.substring(0, Math.min(username.length(), 100)));
		model.addAttribute("next", ReturnPath.of(next).map(ReturnPath::value).orElse(""));
		return "account/login";
	}

}
