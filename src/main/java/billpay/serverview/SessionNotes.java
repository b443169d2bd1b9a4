package billpay.serverview;

/**
 * What the session holds in the end, each thing with the request that has changed it.
 */
final class SessionNotes {

	private static final String NOTHING = "<section class=\"attributes\">\n<h3>{attributes}</h3>\n<p>{attributes.%s}</p>\n"
			+ "</section>\n";

	private static final String NONE = NOTHING.formatted("none");

	private static final String NOT_KNOWN = NOTHING.formatted("not-known");

	private final Pane pane;

	private final Html html;

	SessionNotes(Pane pane, Html html) {
		this.pane = pane;
		this.html = html;
	}

	void write() {
		SeenSession session = this.pane.exchange().after();
		if (session == null) {
			this.html.fill((this.pane.exchange().leftOpen() != null) ? NOT_KNOWN : NONE);
			return;
		}
		this.html.fill("<section class=\"attributes\">\n<h3>{attributes} ")
			.code(session.fingerprint())
			.add("</h3>\n<dl>\n");
		for (SeenSession.Attribute attribute : session.attributes()) {
			this.html.add("<dt data-name=\"")
				.text(attribute.name())
				.add("\">")
				.text(attribute.shortName())
				.fill((attribute.isFlash()) ? " <small>{flash}</small></dt><dd>" : "</dt><dd>");
			value(attribute);
			marks(attribute.name());
			this.html.add("</dd>\n");
		}
		this.html.add("</dl>\n</section>\n");
	}

	private void value(SeenSession.Attribute attribute) {
		if (attribute.value() != null) {
			this.html.code(attribute.value());
		}
		else {
			this.html.fill("<em>{secret}</em>");
		}
	}

	private void marks(String name) {
		for (Exchange redirect : this.pane.redirects()) {
			mark(redirect, name);
		}
		mark(this.pane.exchange(), name);
	}

	private void mark(Exchange exchange, String name) {
		for (Change change : exchange.changes()) {
			if (change.attribute().name().equals(name)) {
				this.html.add(" <mark>&larr; ")
					.sentence(change.kind().key())
					.add(" ")
					.text(exchange.request().what())
					.add("</mark>");
			}
		}
	}

}
