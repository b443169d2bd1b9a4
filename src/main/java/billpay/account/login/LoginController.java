package billpay.account.login;

import java.util.Optional;

import billpay.web.NodeProperties;
import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The login page, and the same page after Spring Security has refused a login.
 */
@Controller
class LoginController {

	private static final String NOTICE = "notice";

	private static final int MAX_NAME_LENGTH = 100;

	private final NodeProperties node;

	LoginController(NodeProperties node) {
		this.node = node;
	}

	@GetMapping("/login")
	String form(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
		if (request.getRemoteUser() != null) {
			return redirectSignedIn(next, model);
		}
		Optional<ReturnPath> target = ReturnPath.of(next);
		if (LoginPageRedirector.sessionHasEnded(request)) {
			model.addAttribute(NOTICE, "login.session-ended");
		}
		else if (model.getAttribute(NOTICE) == null && target.isPresent()) {
			model.addAttribute(NOTICE, "login.first");
		}
		return show(target, model);
	}

	// Spring Security handles this request, and forwards it when it refuses the login.
	@PostMapping("/login")
	String refused(@RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String username,
			@RequestAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) AuthenticationException reason,
			HttpServletResponse response, Model model) {
		LoginRefusal refusal = LoginRefusal.of(reason);
		refusal.writeTo(response);
		model.addAttribute("refusal", refusal);
		model.addAttribute("username", username.substring(0, Math.min(username.length(), MAX_NAME_LENGTH)));
		return show(ReturnPath.of(next), model);
	}

	private static String show(Optional<ReturnPath> next, Model model) {
		model.addAttribute("next", next.map(ReturnPath::value).orElse(null));
		model.addAttribute("address", LoginPageRedirector.addressOf("/login", next));
		return "account/login";
	}

	private String redirectSignedIn(String next, Model model) {
		String target = LoginSuccessHandler.target(next);
		if (this.node.name() == null || next.isEmpty()) {
			return "redirect:" + target;
		}
		// Another node may have redirected here because it does not have the session:
		// redirecting back would loop.
		model.addAttribute("next", target);
		return "account/signed-in";
	}

}
