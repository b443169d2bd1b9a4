package billpay.serverview.pane;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import billpay.cookies.SentCookie;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * The six questions that a server asks at every request, answered for the one that makes
 * the page: who is this user, are they logged in yet, what screen did they come from,
 * what button did they push, where do we store this data, what screen do they want next.
 * The first line of each is the question, the second the answer with its evidence.
 */
final class SixQuestions {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

	/** What the user did: all that came after it were redirects. */
	private final Exchange first;

	private final @Nullable Exchange redirect;

	private final Exchange last;

	private final @Nullable RecordedSession session;

	private final List<SessionAttribute> attributes;

	private final String store;

	private final String visitorCookie;

	private final MessageSourceAccessor messages;

	SixQuestions(List<Exchange> exchanges, List<SessionAttribute> attributes, String store, String visitorCookie,
			MessageSourceAccessor messages) {
		int size = exchanges.size();
		this.first = exchanges.get(0);
		this.redirect = (size > 1) ? exchanges.get(size - 2) : null;
		this.last = exchanges.get(size - 1);
		this.session = this.last.after();
		this.attributes = attributes;
		this.store = store;
		this.visitorCookie = visitorCookie;
		this.messages = messages;
	}

	List<String> answers() {
		return List.of(who(), loggedIn(), cameFrom(), button(), stored(), next());
	}

	private String who() {
		if (this.session != null && this.session.user() != null) {
			return answer("who", this.session.user(), evidence("user"));
		}
		if (this.session == null && this.last.storeFailed()) {
			return notKnown("who");
		}
		String evidence = evidence(whyAnonymous());
		return answer("who", text("server-view.answer.anonymous"),
				(this.last.request().cookies().stream().anyMatch(this::namesVisitor)) ? evidence + evidence("visitor")
						: evidence);
	}

	private String whyAnonymous() {
		if (this.session != null) {
			return "no-user";
		}
		if (this.last.calls().stream().anyMatch((call) -> call.kind().ends())) {
			return "no-such-session";
		}
		return (this.last.request().cookies().stream().anyMatch(SentCookie::namesSession)) ? "not-asked" : "no-cookie";
	}

	private boolean namesVisitor(SentCookie cookie) {
		return cookie.name().equals(this.visitorCookie) && cookie.value() != null && !cookie.value().isEmpty();
	}

	private String notKnown(String question) {
		return answer(question, text("server-view.answer.not-known"), evidence("unanswered"));
	}

	private String loggedIn() {
		if (this.session == null) {
			return (this.last.storeFailed()) ? notKnown("logged-in")
					: answer("logged-in", text("server-view.answer.no"), evidence("no-session"));
		}
		if (this.session.user() == null) {
			return answer("logged-in", text("server-view.answer.no"), evidence("not-signed-in"));
		}
		String yes = text("server-view.answer.yes");
		return answer("logged-in",
				(this.session.signedIn() == null) ? yes
						: yes + " " + text("server-view.since") + " " + TIME.format(this.session.signedIn()),
				evidence("signed-in"));
	}

	private String cameFrom() {
		String referer = this.first.request().referer();
		return (referer != null) ? answer("from", referer, evidence("referer"))
				: answer("from", text("server-view.answer.unknown"), evidence("no-referer"));
	}

	private String button() {
		RecordedForm form = this.first.request().form();
		if (form == null) {
			return answer("button", text("server-view.answer.none"), evidence("get"));
		}
		String label = this.messages.getMessage("server-view.button." + form.name(), text("server-view.answer.form"));
		return answer("button", label + " " + this.first.request().what(), evidence("post"));
	}

	private String stored() {
		List<String> places = new ArrayList<>();
		String inSession = "";
		if (this.session != null && !this.attributes.isEmpty()) {
			inSession = this.attributes.stream().map(SessionAttribute::shortName).collect(Collectors.joining(" "));
			places.add(text("server-view.stored.session") + " " + this.session.fingerprint()
					+ text("server-view.stored." + this.store));
		}
		String inBrowser = this.last.request()
			.cookies()
			.stream()
			.filter((cookie) -> cookie.kind() == SentCookie.Kind.LONG_LIVED)
			.map(SentCookie::name)
			.collect(Collectors.joining(" "));
		if (!inBrowser.isEmpty()) {
			places.add(inBrowser + " " + text("server-view.stored.browser"));
		}
		places.add(text("server-view.stored.database"));
		RecordedForm form = this.first.request().form();
		if (form != null && form.name().equals("checkout")) {
			places.add(text("server-view.stored.card"));
		}
		return answer("store", inSession, String.join(" ", places));
	}

	private String next() {
		String target = this.last.request().target();
		return (this.redirect == null) ? answer("next", target, evidence("asked"))
				: answer("next", target, this.redirect.request().what() + " → Location: "
						+ this.redirect.response().location() + " " + evidence("sent-there"));
	}

	private String answer(String question, String answer, String evidence) {
		String heading = text("server-view.question." + question) + "\n";
		return heading + ((answer.isEmpty()) ? evidence : answer + " · " + evidence);
	}

	private String evidence(String key) {
		return text("server-view.evidence." + key);
	}

	private String text(String key) {
		return this.messages.getMessage(key);
	}

}
