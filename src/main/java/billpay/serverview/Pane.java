package billpay.serverview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The server's side of a page: what it was asked, what it knew, what it changed, what it
 * answers.
 *
 * @param exchange the request that makes the page
 * @param redirects the requests that have led to it, in their order
 * @param forms what its forms need, {@code null} when there are none on the page
 * @param replayable whether the request can be sent again
 * @param page the page's path below the context path, to come back to
 * @param contextPath the application's path
 * @param script the address of the script that lets the clock run
 * @param place the end of the key of the message that names where sessions live
 * @param now the time
 * @param texts the sentences
 */
record Pane(Exchange exchange, List<Exchange> redirects, @Nullable FormToken forms, boolean replayable, String page,
		String contextPath, String script, String place, Instant now, Texts.In texts) {

	/**
	 * Writes the pane.
	 * @return markup
	 */
	String write() {
		Html html = new Html();
		html.add("<aside class=\"server-view\" aria-labelledby=\"server-view-title\">\n")
			.add("<details class=\"fold\"><summary>")
			.add(this.texts.get("title"))
			.add("</summary></details>\n<div class=\"notes\">\n<h2 id=\"server-view-title\">")
			.add(this.texts.get("title"))
			.add("</h2>\n");
		headline(html);
		explanation(html);
		for (Exchange redirect : this.redirects) {
			new ExchangeNotes(redirect, html, this.texts, this.place).write(this.now);
		}
		new ExchangeNotes(this.exchange, html, this.texts, this.place).write(this.now);
		attributes(html);
		new SixQuestions(this, html).write();
		if (this.forms != null) {
			new ExperimentForms(this, html).write();
		}
		link(html, "/server-view", "conversation");
		link(html, "/cookies", "cookies");
		html.add("</div>\n<script src=\"").text(this.contextPath + this.script).add("\" defer></script>\n</aside>");
		return html.toString();
	}

	private void headline(Html html) {
		html.add("<p class=\"line\">");
		for (Exchange redirect : this.redirects) {
			html.code(redirect.request().what())
				.add(" &rarr; ")
				.add(redirect.answer().status())
				.add(", ")
				.add(this.texts.get("then"))
				.add(" ");
		}
		html.code(this.exchange.request().what()).add(" &rarr; ").add(this.exchange.answer().status()).add("</p>\n");
	}

	private void explanation(Html html) {
		for (Exchange redirect : this.redirects) {
			Experiment experiment = redirect.experiment();
			if (experiment != null) {
				html.add("<div class=\"explained\" role=\"status\"><p><strong>")
					.add(this.texts.get("experiment." + experiment.key()))
					.add("</strong></p><p>")
					.add(this.texts.get("explained." + experiment.key()))
					.add("</p></div>\n");
			}
		}
	}

	/**
	 * What the session holds in the end, each with the request that has changed it.
	 */
	private void attributes(Html html) {
		SeenSession session = this.exchange.after();
		html.add("<section class=\"attributes\">\n<h3>").add(this.texts.get("attributes"));
		if (session == null) {
			html.add("</h3>\n<p>").add(this.texts.get("attributes.none")).add("</p>\n</section>\n");
			return;
		}
		html.add(" ").code(session.fingerprint()).add("</h3>\n<dl>\n");
		for (SeenSession.Attribute attribute : session.attributes()) {
			html.add("<dt data-name=\"").text(attribute.name()).add("\">").text(attribute.shortName()).add("</dt><dd>");
			value(html, attribute);
			marks(html, attribute.name());
			html.add("</dd>\n");
		}
		html.add("</dl>\n</section>\n");
	}

	private void value(Html html, SeenSession.Attribute attribute) {
		if (attribute.value() != null) {
			html.code(attribute.value());
		}
		else {
			html.add("<em>").add(this.texts.get("secret")).add("</em>");
		}
	}

	private void marks(Html html, String name) {
		for (Exchange redirect : this.redirects) {
			mark(html, redirect, name);
		}
		mark(html, this.exchange, name);
	}

	private void mark(Html html, Exchange exchange, String name) {
		for (Change change : exchange.changes()) {
			if (change.attribute().name().equals(name)) {
				html.add(" <mark>&larr; ")
					.add(this.texts.get("change." + change.kind().key()))
					.add(" ")
					.text(exchange.request().what())
					.add("</mark>");
			}
		}
	}

	private void link(Html html, String path, String key) {
		html.add("<p><a href=\"").text(this.contextPath + path).add("\">").add(this.texts.get(key)).add("</a></p>\n");
	}

	/**
	 * How long something lasts.
	 * @param from the beginning
	 * @param to the end
	 * @return seconds, zero at least
	 */
	static long seconds(Instant from, Instant to) {
		return Math.max(Duration.between(from, to).toSeconds(), 0);
	}

	/**
	 * The token of the page's forms.
	 *
	 * @param name the field's name
	 * @param value its value
	 */
	record FormToken(String name, String value) {
	}

}
