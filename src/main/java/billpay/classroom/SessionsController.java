package billpay.classroom;

import java.security.Principal;
import java.util.List;
import java.util.Locale;

import billpay.session.SessionDirectory;
import billpay.session.SessionStoreInfo;
import billpay.web.Paging;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sessions of the session store, which the instructor can end. Spring Security
 * protects it.
 */
@Controller
class SessionsController {

	private static final int PAGE_SIZE = 20;

	private static final int MAX_PAGE = 50;

	/** How many sessions the pages show in all. */
	static final int MAX_SHOWN = MAX_PAGE * PAGE_SIZE;

	private final SessionDirectory directory;

	private final SessionTermination termination;

	private final SessionStoreInfo store;

	private final SessionRowFactory rows;

	SessionsController(SessionDirectory directory, SessionTermination termination, SessionStoreInfo store,
			SessionRowFactory rows) {
		this.directory = directory;
		this.termination = termination;
		this.store = store;
		this.rows = rows;
	}

	@GetMapping("/instructor/sessions")
	String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Locale locale, Model model) {
		List<? extends Session> found = (page >= 1 && page <= MAX_PAGE)
				? this.directory.findNewest((page - 1) * PAGE_SIZE, PAGE_SIZE + 1) : List.of();
		if (found.isEmpty()) {
			throw new NotFoundException("error.no-such-page-of-sessions");
		}
		String current = request.getRequestedSessionId();
		model.addAttribute("rows",
				found.stream().limit(PAGE_SIZE).map((session) -> this.rows.create(session, current, locale)).toList());
		model.addAttribute("count", this.directory.count());
		model.addAttribute("store", this.store.key());
		model.addAttribute("paging",
				new Paging("/instructor/sessions", page, page < MAX_PAGE && found.size() > PAGE_SIZE));
		return "classroom/sessions";
	}

	@PostMapping("/instructor/sessions/{fingerprint}/end")
	String end(@PathVariable String fingerprint, Principal user, HttpServletRequest request,
			RedirectAttributes redirect) {
		if (!this.termination.end("#" + fingerprint, user.getName(), request.getRequestedSessionId())) {
			throw new NotFoundException("error.no-such-session");
		}
		redirect.addFlashAttribute("notice", "notice.session-ended");
		return "redirect:/instructor/sessions";
	}

}
