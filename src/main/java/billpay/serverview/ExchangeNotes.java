package billpay.serverview;

import java.time.Instant;

/**
 * One request and its answer, as the clerk who answers it would write them down.
 */
final class ExchangeNotes {

	private final Exchange exchange;

	private final Html html;

	private final Texts.In texts;

	private final String place;

	ExchangeNotes(Exchange exchange, Html html, Texts.In texts, String place) {
		this.exchange = exchange;
		this.html = html;
		this.texts = texts;
		this.place = place;
	}

	void write(Instant now) {
		this.html.add("<section class=\"exchange\">\n<h3>")
			.code(this.exchange.request().what())
			.add(" &rarr; ")
			.add(this.exchange.answer().status())
			.add("</h3>\n<dl>\n");
		request();
		cookies();
		session(now);
		changes();
		answer();
		this.html.add("</dl>\n</section>\n");
	}

	private void label(String key) {
		this.html.add("<dt>").add(this.texts.get(key)).add("</dt>");
	}

	private void request() {
		Exchange.RequestLine request = this.exchange.request();
		label("request");
		this.html.add("<dd class=\"request\">").code(request.what() + " " + request.protocol());
		if (!request.fields().isEmpty()) {
			this.html.add("<br>").add(this.texts.get("fields"));
			request.fields().forEach((field) -> this.html.add(" ").code(field));
		}
		this.html.add("</dd>\n");
	}

	private void cookies() {
		label("cookies-sent");
		this.html.add("<dd class=\"sent\">");
		if (this.exchange.cookies().isEmpty()) {
			this.html.add(this.texts.get("cookies-sent.none"));
		}
		for (SentCookie cookie : this.exchange.cookies()) {
			this.html.add("<span class=\"cookie-line\">")
				.code((cookie.value() != null) ? cookie.name() + "=" + cookie.value() : cookie.name())
				.add(" ")
				.add(this.texts.get("kind." + cookie.kind().key()))
				.add("</span> ");
		}
		this.html.add("</dd>\n");
	}

	private void session(Instant now) {
		label("session");
		this.html.add("<dd class=\"session\">");
		if (this.exchange.calls().isEmpty() && this.exchange.after() == null) {
			this.html.add(this.texts.get("session.none"));
		}
		for (StoreCall call : this.exchange.calls()) {
			this.html.add("<span class=\"call ").add(call.kind().key()).add("\">");
			if (call.before() != null) {
				this.html.code(call.before()).add(" &rarr; ");
			}
			this.html.code(call.session()).add(" ").add(this.texts.get("call." + call.kind().key())).add("</span> ");
		}
		SeenSession session = this.exchange.after();
		if (session != null) {
			life(session, now);
		}
		this.html.add("</dd>\n");
	}

	private void life(SeenSession session, Instant now) {
		long left = Pane.seconds(now, session.ends());
		this.html.add("<span class=\"life\">")
			.add((this.exchange.before() == null) ? this.texts.get("session.begins") : "")
			.add(" ")
			.add(this.texts.get("session.age"))
			.add(" ")
			.clock(Pane.seconds(session.began(), now))
			.add(", ")
			.add(this.texts.get("session.left"))
			.add(" <span class=\"left\" data-seconds=\"")
			.add(left)
			.add("\">")
			.clock(left)
			.add("</span>, ")
			.add(this.texts.get("store." + this.place))
			.add("</span>");
	}

	private void changes() {
		label("changes");
		this.html.add("<dd class=\"changes\">");
		if (this.exchange.changes().isEmpty()) {
			this.html.add(this.texts.get("changes.none"));
		}
		for (Change change : this.exchange.changes()) {
			this.html.add("<span class=\"change ")
				.add(change.kind().key())
				.add("\" data-name=\"")
				.text(change.attribute().name())
				.add("\">")
				.add(this.texts.get("change." + change.kind().key() + ".short"))
				.add(" ")
				.code(change.attribute().shortName())
				.add("</span> ");
		}
		this.html.add("</dd>\n");
	}

	private void answer() {
		Exchange.Answer answer = this.exchange.answer();
		label("answer");
		this.html.add("<dd class=\"answer\">").code(answer.statusLine());
		if (answer.location() != null) {
			this.html.add("<br>").code("Location: " + answer.location());
		}
		for (SetCookie cookie : answer.setCookies()) {
			setCookie(cookie);
		}
		this.html.add("</dd>\n");
	}

	private void setCookie(SetCookie cookie) {
		this.html.add("<div class=\"set-cookie\">").code("Set-Cookie: " + cookie.name() + "=" + cookie.value());
		if (cookie.toCome()) {
			this.html.add(" <em>").add(this.texts.get("set-cookie.to-come")).add("</em>");
		}
		this.html.add("<ul>");
		for (String attribute : cookie.attributes()) {
			int equals = attribute.indexOf('=');
			String name = (equals < 0) ? attribute : attribute.substring(0, equals);
			this.html.add("<li>")
				.code(attribute)
				.add(" ")
				.add(this.texts.get("set-cookie." + ((cookie.forgets() && name.equals("Max-Age")) ? "forget" : name)))
				.add("</li>");
		}
		if (cookie.attributes().stream().noneMatch((attribute) -> attribute.startsWith("Max-Age"))) {
			this.html.add("<li>").add(this.texts.get("set-cookie.no-age")).add("</li>");
		}
		this.html.add("</ul></div>");
	}

}
