package billpay.cookies;

import java.util.List;

import billpay.web.CookieDefinition;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page about cookies. Viewing it does not create a session. The forms that delete a
 * cookie need a CSRF token, which is stored in a session: they are shown when there is
 * one, or when {@code ?buttons} asks for one to be created.
 */
@Controller
class CookieController {

	private final List<CookieDefinition> definitions;

	CookieController(List<CookieDefinition> definitions) {
		this.definitions = definitions;
	}

	@GetMapping("/cookies")
	String show(@RequestParam(required = false) @Nullable String buttons, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		model.addAttribute("cookies", CookiesView.of(this.definitions, request, response, buttons != null));
		return "cookies/cookies";
	}

	@PostMapping("/cookies/forget")
	String forget(@RequestParam(defaultValue = "") String name, HttpServletResponse response,
			RedirectAttributes redirect) {
		CookieDefinition cookie = this.definitions.stream()
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("error.no-such-cookie"));
		cookie.forget(response);
		// Without its cookie the session with the notice would not be found.
		if (!cookie.temporary()) {
			redirect.addFlashAttribute("notice", "notice.cookie-deleted");
		}
		return "redirect:/cookies";
	}

}
