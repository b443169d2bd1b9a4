package billpay.serverview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * @param place the key of the message that names where sessions live
 * @param node the node that answers, {@code null} when there is only one
 * @param now the time
 * @param texts the sentences
 */
record Pane(Exchange exchange, List<Exchange> redirects, @Nullable FormToken forms, boolean replayable, String page,
		String contextPath, String script, String place, @Nullable String node, Instant now, Texts.In texts) {

	private static final String TOP = "<aside class=\"server-view\" aria-labelledby=\"server-view-title\">\n";

	private static final String TITLE = "><summary>{title}</summary></details>\n<div class=\"notes\">\n"
			+ "<h2 id=\"server-view-title\">{title}</h2>\n";

	private static final String FOLDED = TOP + "<details class=\"fold\"" + TITLE;

	/** What has become of an experiment is to be seen on a phone too. */
	private static final String UNFOLDED = TOP + "<details class=\"fold\" open" + TITLE;

	/**
	 * Writes the pane.
	 * @return markup
	 */
	String write() {
		Html html = new Html(this.texts);
		html.fill((triesSomething()) ? UNFOLDED : FOLDED);
		if (this.node != null) {
			html.fill("<p>{answered-by} <strong>").text(this.node).fill("</strong><br>{sessions-live} ");
			html.sentence(this.place).add("</p>\n");
		}
		ExchangeNotes notes = new ExchangeNotes(html, this.place, this.now);
		if (!this.redirects.isEmpty()) {
			beginning(html);
			this.redirects.forEach(notes::write);
		}
		notes.writeLast(this.exchange);
		new SessionNotes(this, html).write();
		new SixQuestions(this, html).write();
		if (this.forms != null) {
			new ExperimentForms(this, html).write();
		}
		html.add("<p><a href=\"").text(this.contextPath).fill("/server-view\">{conversation}</a></p>\n<p><a href=\"");
		html.text(this.contextPath).fill("/cookies\">{cookies}</a></p>\n</div>\n<script src=\"");
		return html.text(this.contextPath).add(this.script).add("\" defer></script>\n</aside>").toString();
	}

	/**
	 * How one request has led to the other, and what was tried with it.
	 */
	private void beginning(Html html) {
		html.add("<p class=\"line\">");
		for (Exchange redirect : this.redirects) {
			html.code(redirect.request().what()).add(" &rarr; ").add(redirect.answer().status()).fill(", {then} ");
		}
		html.code(this.exchange.request().what()).add(" &rarr; ").add(this.exchange.answer().status()).add("</p>\n");
		for (Exchange redirect : this.redirects) {
			if (redirect.experiment() != null) {
				explain(html, redirect.experiment().key());
			}
		}
	}

	private boolean triesSomething() {
		return this.redirects.stream().anyMatch((redirect) -> redirect.experiment() != null);
	}

	private void explain(Html html, String experiment) {
		html.add("<div class=\"explained\"><p><strong>")
			.sentence("experiment." + experiment)
			.add("</strong></p><p>")
			.sentence("explained." + experiment)
			.add("</p></div>\n");
	}

	/**
	 * How long something lasts.
	 * @param from the beginning
	 * @param to the end
	 * @return seconds, zero at least
	 */
	static long seconds(Instant from, Instant to) {
		return Math.max(from.until(to, ChronoUnit.SECONDS), 0);
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
