package billpay.classroom;

import java.util.List;

import billpay.availability.StoreUnavailableException;
import billpay.serverview.ServerViewProperties;
import billpay.session.SessionStoreInfo;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The lessons, open to everybody. Viewing one does not create, change or prolong a
 * session, so that a class can observe its sessions there.
 */
@Controller
class LessonController {

	static final String LESSONS = "/lessons";

	static final String TWO_NODES = LESSONS + "/two-nodes";

	private static final List<Setup> SETUPS = List.of(new Setup("memory", List.of(1, 2, 3, 4, 5, 6)),
			new Setup("sticky", List.of(1, 2, 3, 4)), new Setup("shared", List.of(1, 2, 3, 4)));

	private final SessionStoreInfo store;

	private final CookieSerializer cookie;

	private final ServerViewProperties serverView;

	LessonController(SessionStoreInfo store, CookieSerializer cookie, ServerViewProperties serverView) {
		this.store = store;
		this.cookie = cookie;
		this.serverView = serverView;
	}

	@GetMapping(LESSONS)
	String list(Model model) {
		model.addAttribute("stealing", this.serverView.stealSession());
		return "classroom/lessons";
	}

	@GetMapping(TWO_NODES)
	String twoNodes(HttpServletRequest request, Model model) {
		model.addAttribute("trace", traceOf(request));
		model.addAttribute("store", this.store.key());
		model.addAttribute("setups", SETUPS);
		return "classroom/two-nodes";
	}

	private SessionTrace traceOf(HttpServletRequest request) {
		if (StoreUnavailableException.affects(StoreUnavailableException.Store.SESSIONS, request)) {
			return SessionTrace.unanswered(this.cookie.readCookieValues(request).stream().findFirst().orElse(null));
		}
		return SessionTrace.of(request);
	}

	/**
	 * One way to keep sessions on two nodes, and a walk that shows what comes of it.
	 *
	 * @param name the argument of {@code src/cluster/start}, and a part of the keys of
	 * its messages
	 * @param steps the steps of the walk, as the ends of the keys of their messages
	 */
	record Setup(String name, List<Integer> steps) {
	}

}
