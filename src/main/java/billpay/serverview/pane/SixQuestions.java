package billpay.serverview.pane;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import billpay.cookies.SentCookie;
import billpay.serverview.recording.Exchange;
import billpay.serverview.recording.SeenSession;
import billpay.serverview.recording.StoreCall;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * The questions that a server asks at every request, answered for the one that makes the
 * page, each with the evidence.
 */
final class SixQuestions {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

	/** What somebody did by hand: all that came after it the server has asked for. */
	private final Exchange first;

	private final @Nullable Exchange redirect;

	private final Exchange last;

	private final @Nullable SeenSession session;

	private final @Nullable StoreCall leftOpen;

	private final String place;

	private final MessageSourceAccessor messages;

	SixQuestions(List<Exchange> exchanges, String place, MessageSourceAccessor messages) {
		int size = exchanges.size();
		this.first = exchanges.get(0);
		this.redirect = (size > 1) ? exchanges.get(size - 2) : null;
		this.last = exchanges.get(size - 1);
		this.session = this.last.after();
		this.leftOpen = this.last.leftOpen();
		this.place = place;
		this.messages = messages;
	}

	List<Pane.Answer> answers() {
		return List.of(who(), loggedIn(), cameFrom(), button(), stored(), next());
	}

	private Pane.Answer who() {
		if (this.session != null && this.session.user() != null) {
			return answer("who", this.session.user(), evidence("user"));
		}
		if (this.session == null && this.leftOpen != null) {
			return notKnown("who", this.leftOpen);
		}
		String evidence = evidence(whyStranger());
		return answer("who", text("server-view.answer.stranger"),
				(this.last.cookies().stream().anyMatch(SixQuestions::namesSomebody))
						? evidence + "; " + evidence("visitor") : evidence);
	}

	private String whyStranger() {
		if (this.session != null) {
			return "no-user";
		}
		if (this.last.calls().stream().anyMatch((call) -> call.kind().ends())) {
			return "no-such-session";
		}
		return (this.last.cookies().stream().anyMatch((cookie) -> cookie.kind() == SentCookie.Kind.TEMPORARY))
				? "not-asked" : "no-cookie";
	}

	private static boolean namesSomebody(SentCookie cookie) {
		return cookie.name().equals("BILLPAY_VISITOR") && cookie.value() != null && !cookie.value().isEmpty();
	}

	private Pane.Answer notKnown(String question, StoreCall leftOpen) {
		return answer(question, text("server-view.answer.not-known"), evidence(leftOpen.kind().style()));
	}

	private Pane.Answer loggedIn() {
		if (this.session == null) {
			return (this.leftOpen != null) ? notKnown("logged-in", this.leftOpen)
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

	private Pane.Answer cameFrom() {
		String referer = this.first.request().referer();
		return (referer != null) ? answer("from", referer, evidence("referer"))
				: answer("from", text("server-view.answer.unknown"), evidence("no-referer"));
	}

	private Pane.Answer button() {
		Exchange.RequestLine request = this.first.request();
		if (request.form() == null) {
			return answer("button", text("server-view.answer.none"), evidence("get"));
		}
		String label = this.messages.getMessage("server-view.button." + request.form(),
				text("server-view.answer.form"));
		return answer("button", label + " " + request.what(), evidence("post"));
	}

	private Pane.Answer stored() {
		List<String> places = new ArrayList<>();
		String inSession = "";
		if (this.session != null && !this.session.attributes().isEmpty()) {
			inSession = this.session.attributes()
				.stream()
				.map(SeenSession.Attribute::shortName)
				.collect(Collectors.joining(" "));
			places.add(text("server-view.stored.session") + " " + this.session.fingerprint() + ", " + this.place + ".");
		}
		String inBrowser = this.last.cookies()
			.stream()
			.filter((cookie) -> cookie.kind() == SentCookie.Kind.LONG_LIVED)
			.map(SentCookie::name)
			.collect(Collectors.joining(" "));
		if (!inBrowser.isEmpty()) {
			places.add(inBrowser + " " + text("server-view.stored.browser"));
		}
		places.add(text("server-view.stored.database"));
		if ("checkout".equals(this.first.request().form())) {
			places.add(text("server-view.stored.card"));
		}
		return answer("store", inSession, String.join(" ", places));
	}

	private Pane.Answer next() {
		String target = this.last.request().target();
		return (this.redirect == null) ? answer("next", target, evidence("asked"))
				: answer("next", target, this.redirect.request().what() + " → Location: "
						+ this.redirect.answer().location() + " " + evidence("sent-there"));
	}

	private Pane.Answer answer(String question, String answer, String evidence) {
		return new Pane.Answer(text("server-view.question." + question), answer, evidence);
	}

	private String evidence(String key) {
		return text("server-view.evidence." + key);
	}

	private String text(String key) {
		return this.messages.getMessage(key);
	}

}
