package billpay.classroom;

import java.security.Principal;
import java.util.List;
import java.util.Locale;

import billpay.session.SessionDirectory;
import billpay.session.SessionFingerprint;
import billpay.session.SessionStoreInfo;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
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

	private static final Logger log = LoggerFactory.getLogger(SessionsController.class);

	private static final int PAGE_SIZE = 20;

	private static final int MAX_PAGE = 50;

	private final SessionDirectory directory;

	private final SessionRepository<? extends Session> sessions;

	private final SessionStoreInfo store;

	private final SessionRowFactory rows;

	SessionsController(SessionDirectory directory, SessionRepository<? extends Session> sessions,
			SessionStoreInfo store, SessionRowFactory rows) {
		this.directory = directory;
		this.sessions = sessions;
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
		model.addAttribute("page", page);
		model.addAttribute("hasMore", page < MAX_PAGE && found.size() > PAGE_SIZE);
		return "classroom/sessions";
	}

	@PostMapping("/instructor/sessions/{fingerprint}/end")
	String end(@PathVariable String fingerprint, Principal user, HttpServletRequest request,
			RedirectAttributes redirect) {
		String ended = "#" + fingerprint;
		String id = this.directory.findNewest(0, MAX_PAGE * PAGE_SIZE)
			.stream()
			.map(Session::getId)
			.filter((candidate) -> SessionFingerprint.of(candidate).equals(ended))
			.filter((candidate) -> !candidate.equals(request.getRequestedSessionId()))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("error.no-such-session"));
		this.sessions.deleteById(id);
		log.info("session-ended: user={} ended={}", user.getName(), ended);
		redirect.addFlashAttribute("notice", "notice.session-ended");
		return "redirect:/instructor/sessions";
	}

}
