package billpay.lab.mistake.update;

import java.util.Objects;

import billpay.lab.mistake.Half;
import billpay.lab.mistake.Mistake;
import billpay.lab.mistake.MistakeRegistry;
import billpay.lab.mistake.MistakeSessions;
import billpay.lab.mistake.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Two tabs save the same form. Wrong: the second overwrites what the first has saved.
 * Right: the form carries the version that it was made from, and an old one is refused.
 */
@Controller
@Order(4)
class LostUpdateController implements Mistake {

	private final MistakeSessions sessions;

	private final MistakeRegistry mistakes;

	LostUpdateController(MistakeSessions sessions, MistakeRegistry mistakes) {
		this.sessions = sessions;
		this.mistakes = mistakes;
	}

	@Override
	public String name() {
		return "lost-update";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		return Outcome.of("lost-update." + saved(half, session).key());
	}

	@Override
	public Record details(Session session, HttpServletRequest request) {
		return new SavedView(saved(Half.WRONG, session), saved(Half.RIGHT, session));
	}

	@PostMapping("/lab/mistakes/lost-update/wrong/save")
	String wrong(AddOnsForm form, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> save(Half.WRONG, form, session));
		return Half.WRONG.page(this);
	}

	@PostMapping("/lab/mistakes/lost-update/right/save")
	String right(AddOnsForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
		boolean saved = this.sessions.updateIf(request, response,
				(session) -> Objects.equals(form.version(), saved(Half.RIGHT, session).version()),
				(session) -> save(Half.RIGHT, form, session));
		if (saved) {
			return Half.RIGHT.page(this);
		}
		response.setStatus(HttpServletResponse.SC_CONFLICT);
		return this.mistakes.refuse(this, Half.RIGHT, "conflict", request, model);
	}

	private void save(Half half, AddOnsForm form, Session session) {
		session.setAttribute(half.attribute(this), form.after(saved(half, session)));
	}

	private AddOns saved(Half half, Session session) {
		return session.getAttributeOrDefault(half.attribute(this), AddOns.none());
	}

}
