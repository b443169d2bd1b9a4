package billpay.account.login;

import java.nio.charset.StandardCharsets;

import billpay.web.NodeProperties;
import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * The login page. {@code POST /login} itself is Spring Security's.
 */
@Controller
class LoginController {

	private static final String NOTICE = "notice";

	private static final int MAX_NAME_LENGTH = 100;

	private final NodeProperties node;

	LoginController(NodeProperties node) {
		this.node = node;
	}

	// Also called when LoginFailureHandler forwards to the form. POST is declared for the
	// Allow header of a 405.
	@RequestMapping(path = "/login", method = { RequestMethod.GET, RequestMethod.POST })
	String form(@RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String username,
			@RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION,
					required = false) @Nullable AuthenticationException failure,
			HttpServletRequest request, Model model) {
		String target = ReturnPath.of(next).map(ReturnPath::value).orElse(null);
		if (failure != null) {
			model.addAttribute("reason", LoginFailureHandler.Reason.of(failure));
			model.addAttribute("username", username.substring(0, Math.min(username.length(), MAX_NAME_LENGTH)));
		}
		else if (request.getRemoteUser() != null) {
			return redirectSignedIn(next, model);
		}
		else if (LoginPageRedirector.sessionHasEnded(request)) {
			model.addAttribute(NOTICE, "login.session-ended");
		}
		else if (model.getAttribute(NOTICE) == null && target != null) {
			model.addAttribute(NOTICE, "login.first");
		}
		model.addAttribute("next", target);
		model.addAttribute("address", (target != null)
				? "/login?next=" + UriUtils.encodeQueryParam(target, StandardCharsets.UTF_8) : "/login");
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
