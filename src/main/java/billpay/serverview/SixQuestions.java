package billpay.serverview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The questions that a server asks at every request, answered for this one, each with the
 * evidence.
 */
final class SixQuestions {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

	private final Pane pane;

	private final Exchange exchange;

	private final Html html;

	private final Texts.In texts;

	SixQuestions(Pane pane, Html html) {
		this.pane = pane;
		this.exchange = pane.exchange();
		this.html = html;
		this.texts = pane.texts();
	}

	void write() {
		this.html.add("<section class=\"questions\">\n<h3>").add(this.texts.get("questions")).add("</h3>\n<dl>\n");
		ask("who");
		who();
		ask("logged-in");
		loggedIn();
		ask("from");
		cameFrom();
		ask("button");
		button();
		ask("store");
		stored();
		ask("next");
		next();
		this.html.add("</dd>\n</dl>\n</section>\n");
	}

	private void ask(String question) {
		this.html.add(("who".equals(question)) ? "" : "</dd>\n")
			.add("<dt>")
			.add(this.texts.get("question." + question))
			.add("</dt><dd>");
	}

	private void answer(String key) {
		this.html.add("<strong>").add(this.texts.get("answer." + key)).add("</strong> ");
	}

	private void answerWith(String text) {
		this.html.add("<strong>").text(text).add("</strong> ");
	}

	private void evidence(String key) {
		this.html.add("<small>").add(this.texts.get("evidence." + key)).add("</small> ");
	}

	private void who() {
		SeenSession session = this.exchange.after();
		if (session != null && session.user() != null) {
			answerWith(session.user());
			evidence("user");
			return;
		}
		answer("stranger");
		evidence((session != null) ? "no-user" : (sentSessionCookie()) ? "no-such-session" : "no-cookie");
		this.exchange.cookies()
			.stream()
			.filter((cookie) -> cookie.name().endsWith("BILLPAY_VISITOR") && cookie.value() != null)
			.findFirst()
			.ifPresent((cookie) -> evidence("visitor"));
	}

	private boolean sentSessionCookie() {
		return this.exchange.cookies().stream().anyMatch((cookie) -> cookie.kind() == SentCookie.Kind.TEMPORARY);
	}

	private void loggedIn() {
		SeenSession session = this.exchange.after();
		if (session == null || session.user() == null) {
			answer("no");
			evidence((session != null) ? "not-signed-in" : "no-session");
			return;
		}
		answer("yes");
		if (session.signedIn() != null) {
			this.html.add(this.texts.get("since")).add(" ").add(TIME.format(session.signedIn())).add(" ");
		}
		evidence("signed-in");
	}

	private void cameFrom() {
		String referer = first().request().referer();
		if (referer != null) {
			this.html.code(referer).add(" ");
			evidence("referer");
		}
		else {
			answer("unknown");
			evidence("no-referer");
		}
	}

	/**
	 * What somebody did by hand: all that came after it the server has asked for.
	 */
	private Exchange first() {
		return (this.pane.redirects().isEmpty()) ? this.exchange : this.pane.redirects().get(0);
	}

	private void button() {
		Exchange.RequestLine request = first().request();
		if (request.form() == null) {
			answer("none");
			evidence("get");
			return;
		}
		String name = this.texts.get("button." + request.form());
		this.html.add("<strong>")
			.add((name.isEmpty()) ? this.texts.get("answer.form") : name)
			.add("</strong> ")
			.code(request.what())
			.add(" ");
		evidence("post");
	}

	private void stored() {
		SeenSession session = this.exchange.after();
		if (session != null && !session.attributes().isEmpty()) {
			this.html
				.code(session.attributes()
					.stream()
					.map(SeenSession.Attribute::shortName)
					.collect(Collectors.joining(", ")))
				.add(" ")
				.add(this.texts.get("stored.session"))
				.add(" ")
				.code(session.fingerprint())
				.add(" (")
				.add(this.texts.get("store." + this.pane.place()))
				.add("). ");
		}
		String longLived = this.exchange.cookies()
			.stream()
			.filter((cookie) -> cookie.kind() == SentCookie.Kind.LONG_LIVED)
			.map(SentCookie::name)
			.collect(Collectors.joining(", "));
		if (!longLived.isEmpty()) {
			this.html.code(longLived).add(" ").add(this.texts.get("stored.browser")).add(" ");
		}
		this.html.add(this.texts.get("stored.database")).add(" ");
		if ("checkout".equals(first().request().form())) {
			this.html.add(this.texts.get("stored.card"));
		}
	}

	private void next() {
		@Nullable Exchange before = (this.pane.redirects().isEmpty()) ? null
				: this.pane.redirects().get(this.pane.redirects().size() - 1);
		this.html.code(this.exchange.request().target()).add(" ");
		if (before == null) {
			evidence("asked");
		}
		else {
			this.html.add("<small>")
				.code(before.request().what())
				.add(" &rarr; ")
				.code("Location: " + before.answer().location())
				.add("</small> ");
			evidence("sent-there");
		}
	}

}
