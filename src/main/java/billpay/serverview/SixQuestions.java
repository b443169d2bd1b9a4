package billpay.serverview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The questions that a server asks at every request, answered for this one, each with the
 * evidence.
 */
final class SixQuestions {

	private final Pane pane;

	private final Exchange exchange;

	private final Html html;

	private final @Nullable StoreCall leftOpen;

	SixQuestions(Pane pane, Html html) {
		this.pane = pane;
		this.exchange = pane.exchange();
		this.html = html;
		this.leftOpen = this.exchange.leftOpen();
	}

	void write() {
		this.html.fill("<section class=\"questions\">\n<h3>{questions}</h3>\n<dl>\n<dt>{question.who}</dt><dd>");
		who();
		this.html.fill("</dd>\n<dt>{question.logged-in}</dt><dd>");
		loggedIn();
		this.html.fill("</dd>\n<dt>{question.from}</dt><dd>");
		cameFrom();
		this.html.fill("</dd>\n<dt>{question.button}</dt><dd>");
		button();
		this.html.fill("</dd>\n<dt>{question.store}</dt><dd>");
		stored();
		this.html.fill("</dd>\n<dt>{question.next}</dt><dd>");
		next();
		this.html.add("</dd>\n</dl>\n</section>\n");
	}

	private void who() {
		SeenSession session = this.exchange.after();
		if (session != null && session.user() != null) {
			this.html.add("<strong>").text(session.user()).fill("</strong> <small>{evidence.user}</small>");
			return;
		}
		if (session == null && this.leftOpen != null) {
			notKnown(this.leftOpen);
			return;
		}
		this.html.fill("<strong>{answer.stranger}</strong> ");
		if (session != null) {
			this.html.fill("<small>{evidence.no-user}</small> ");
		}
		else if (this.exchange.calls().stream().anyMatch((call) -> call.kind().ends())) {
			this.html.fill("<small>{evidence.no-such-session}</small> ");
		}
		else if (sends(SentCookie.Kind.TEMPORARY)) {
			this.html.fill("<small>{evidence.not-asked}</small> ");
		}
		else {
			this.html.fill("<small>{evidence.no-cookie}</small> ");
		}
		if (this.exchange.cookies().stream().anyMatch(SixQuestions::namesSomebody)) {
			this.html.fill("<small>{evidence.visitor}</small>");
		}
	}

	private void notKnown(StoreCall leftOpen) {
		this.html.fill("<strong>{answer.not-known}</strong> <small>")
			.sentence("evidence." + leftOpen.kind().style())
			.add("</small>");
	}

	private static boolean namesSomebody(SentCookie cookie) {
		return cookie.name().equals("BILLPAY_VISITOR") && cookie.value() != null && !cookie.value().isEmpty();
	}

	private boolean sends(SentCookie.Kind kind) {
		return this.exchange.cookies().stream().anyMatch((cookie) -> cookie.kind() == kind);
	}

	private void loggedIn() {
		SeenSession session = this.exchange.after();
		if (session == null && this.leftOpen != null) {
			notKnown(this.leftOpen);
		}
		else if (session == null) {
			this.html.fill("<strong>{answer.no}</strong> <small>{evidence.no-session}</small>");
		}
		else if (session.user() == null) {
			this.html.fill("<strong>{answer.no}</strong> <small>{evidence.not-signed-in}</small>");
		}
		else if (session.signedIn() == null) {
			this.html.fill("<strong>{answer.yes}</strong> <small>{evidence.signed-in}</small>");
		}
		else {
			this.html.fill("<strong>{answer.yes}</strong> {since} ")
				.time(session.signedIn())
				.fill(" <small>{evidence.signed-in}</small>");
		}
	}

	private void cameFrom() {
		String referer = first().request().referer();
		if (referer != null) {
			this.html.code(referer).fill(" <small>{evidence.referer}</small>");
		}
		else {
			this.html.fill("<strong>{answer.unknown}</strong> <small>{evidence.no-referer}</small>");
		}
	}

	private Exchange first() {
		// What somebody did by hand: all that came after it the server has asked for.
		return (this.pane.redirects().isEmpty()) ? this.exchange : this.pane.redirects().get(0);
	}

	private void button() {
		Exchange.RequestLine request = first().request();
		if (request.form() == null) {
			this.html.fill("<strong>{answer.none}</strong> <small>{evidence.get}</small>");
			return;
		}
		String name = this.pane.texts().get("button." + request.form());
		if (name.isEmpty()) {
			this.html.fill("<strong>{answer.form}</strong> ");
		}
		else {
			this.html.add("<strong>").add(name).add("</strong> ");
		}
		this.html.code(request.what()).fill(" <small>{evidence.post}</small>");
	}

	private void stored() {
		SeenSession session = this.exchange.after();
		if (session != null && !session.attributes().isEmpty()) {
			for (SeenSession.Attribute attribute : session.attributes()) {
				this.html.code(attribute.shortName()).add(" ");
			}
			this.html.fill("{stored.session} ")
				.code(session.fingerprint())
				.add(", ")
				.sentence(this.pane.place())
				.add(". ");
		}
		if (sends(SentCookie.Kind.LONG_LIVED)) {
			for (SentCookie cookie : this.exchange.cookies()) {
				if (cookie.kind() == SentCookie.Kind.LONG_LIVED) {
					this.html.code(cookie.name()).add(" ");
				}
			}
			this.html.fill("{stored.browser} ");
		}
		this.html.fill(("checkout".equals(first().request().form())) ? "{stored.database} {stored.card}"
				: "{stored.database}");
	}

	private void next() {
		List<Exchange> redirects = this.pane.redirects();
		this.html.code(this.exchange.request().target());
		if (redirects.isEmpty()) {
			this.html.fill(" <small>{evidence.asked}</small>");
			return;
		}
		Exchange before = redirects.get(redirects.size() - 1);
		this.html.add(" <small>")
			.code(before.request().what())
			.add(" &rarr; ")
			.code("Location: " + before.answer().location())
			.fill(" {evidence.sent-there}</small>");
	}

}
