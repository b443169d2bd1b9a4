package billpay.serverview;

import java.time.Instant;
import java.util.List;

/**
 * One request and its answer, as the clerk who answers it would write them down.
 */
final class ExchangeNotes {

	private final Html html;

	private final String place;

	private final Instant now;

	private List<SentCookie> before = List.of();

	ExchangeNotes(Html html, String place, Instant now) {
		this.html = html;
		this.place = place;
		this.now = now;
	}

	/**
	 * Writes a request that has led to another.
	 * @param exchange the request and its answer
	 */
	void write(Exchange exchange) {
		write(exchange, false);
	}

	/**
	 * Writes the request that makes the page: of its session the time is running.
	 * @param exchange the request and its answer
	 */
	void writeLast(Exchange exchange) {
		write(exchange, true);
	}

	private void write(Exchange exchange, boolean isLast) {
		this.html.add("<section class=\"exchange\">\n<h3><code>")
			.text(exchange.request().what())
			.add(" ")
			.text(exchange.request().protocol())
			.add("</code> &rarr; ")
			.code(exchange.answer().statusLine())
			.add("</h3>\n<dl>\n");
		if (!exchange.request().fields().isEmpty()) {
			this.html.fill("<dt>{fields}</dt><dd class=\"fields\">");
			exchange.request().fields().forEach((field) -> this.html.code(field).add(" "));
			this.html.add("</dd>\n");
		}
		cookies(exchange.cookies());
		session(exchange, isLast);
		changes(exchange.changes());
		answer(exchange.answer());
		this.html.add("</dl>\n</section>\n");
	}

	private void cookies(List<SentCookie> cookies) {
		boolean same = cookies.size() == this.before.size() && this.before.containsAll(cookies);
		this.before = cookies;
		if (cookies.isEmpty()) {
			this.html.fill("<dt>{cookies-sent}</dt><dd class=\"sent\">{cookies-sent.none}</dd>\n");
			return;
		}
		if (same) {
			this.html.fill("<dt>{cookies-sent}</dt><dd class=\"sent same\">{cookies-sent.same}</dd>\n");
			return;
		}
		this.html.fill("<dt>{cookies-sent}</dt><dd class=\"sent\">");
		for (SentCookie cookie : cookies) {
			this.html.add("<span><code>").text(cookie.name());
			if (cookie.value() != null) {
				this.html.add("=").text(cookie.value());
			}
			this.html.fill(cookie.kind().markup());
		}
		this.html.add("</dd>\n");
	}

	private void session(Exchange exchange, boolean isLast) {
		if (exchange.calls().isEmpty() && exchange.after() == null) {
			this.html.fill("<dt>{session}</dt><dd class=\"session\">{session.none}</dd>\n");
			return;
		}
		this.html.fill("<dt>{session}</dt><dd class=\"session\">");
		for (StoreCall call : exchange.calls()) {
			this.html.add("<span class=\"").add(call.kind().style()).add("\">");
			if (call.before() != null) {
				this.html.code(call.before()).add(" &rarr; ");
			}
			this.html.code(call.session()).add(" ").sentence(call.kind().key()).add("</span>\n");
		}
		if (exchange.after() != null && isLast) {
			life(exchange.after(), exchange.before() == null);
		}
		this.html.add("</dd>\n");
	}

	private void life(SeenSession session, boolean begins) {
		long left = Pane.seconds(this.now, session.ends());
		this.html
			.fill((begins) ? "<span class=\"life\">{session.begins} {session.age} "
					: "<span class=\"life\">{session.age} ")
			.clock(Pane.seconds(session.began(), this.now))
			.fill(", {session.left} <b class=\"left\" data-seconds=\"")
			.add(left)
			.add("\">")
			.clock(left)
			.add("</b>, ")
			.sentence(this.place)
			.add("</span>");
	}

	private void changes(List<Change> changes) {
		if (changes.isEmpty()) {
			this.html.fill("<dt>{changes}</dt><dd class=\"changes\">{changes.none}</dd>\n");
			return;
		}
		this.html.fill("<dt>{changes}</dt><dd class=\"changes\">");
		for (Change change : changes) {
			this.html.add("<span class=\"")
				.add(change.kind().style())
				.add("\" data-name=\"")
				.text(change.attribute().name())
				.add("\">")
				.sentence(change.kind().style())
				.add(" ")
				.code(change.attribute().shortName());
			flash(change);
			this.html.add("</span>\n");
		}
		this.html.add("</dd>\n");
	}

	/**
	 * Writes a flash attribute with its value, which is gone by the end of the page that
	 * it is for.
	 * @param change what has become of the attribute
	 */
	private void flash(Change change) {
		SeenSession.Attribute attribute = change.attribute();
		if (attribute.isFlash()) {
			this.html.fill(" <small>{flash}</small>");
			if (change.kind() == Change.Kind.ADDED && attribute.value() != null) {
				this.html.add(" ").code(attribute.value());
			}
		}
	}

	private void answer(Exchange.Answer answer) {
		if (answer.location() == null && answer.setCookies().isEmpty()) {
			return;
		}
		this.html.fill("<dt>{answer}</dt><dd class=\"answer\">");
		if (answer.location() != null) {
			this.html.code("Location: " + answer.location());
		}
		answer.setCookies().forEach(this::setCookie);
		this.html.add("</dd>\n");
	}

	private void setCookie(SetCookie cookie) {
		this.html.add("<div class=\"set-cookie\">").code("Set-Cookie: " + cookie.name() + "=" + cookie.value());
		if (cookie.toCome()) {
			this.html.fill(" <em>{set-cookie.to-come}</em>");
		}
		this.html.add("<ul>");
		for (String attribute : cookie.attributes()) {
			int equals = attribute.indexOf('=');
			String name = (equals < 0) ? attribute : attribute.substring(0, equals);
			this.html.add("<li>")
				.code(attribute)
				.add(" ")
				.sentence("set-cookie." + ((cookie.forgets() && name.equals("Max-Age")) ? "forget" : name))
				.add("</li>");
		}
		this.html.fill((cookie.keepsFor()) ? "</ul></div>" : "<li>{set-cookie.no-age}</li></ul></div>");
	}

}
