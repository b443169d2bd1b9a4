package billpay.serverview;

/**
 * The buttons of the experiments: one form, so that one token is enough.
 */
final class ExperimentForms {

	private final Pane pane;

	private final Html html;

	private final Texts.In texts;

	ExperimentForms(Pane pane, Html html) {
		this.pane = pane;
		this.html = html;
		this.texts = pane.texts();
	}

	void write() {
		Pane.FormToken token = this.pane.forms();
		this.html.add("<section class=\"experiments\">\n<h3>")
			.add(this.texts.get("experiments"))
			.add("</h3>\n<form action=\"")
			.text(this.pane.contextPath() + "/server-view/experiments")
			.add("\" method=\"post\">\n");
		hidden(token.name(), token.value());
		hidden("next", this.pane.page());
		for (Experiment experiment : Experiment.values()) {
			if (experiment == Experiment.DROP_ATTRIBUTE) {
				attribute();
			}
			else if (experiment != Experiment.REPLAY || this.pane.replayable()) {
				button(experiment);
			}
		}
		this.html.add("</form>\n</section>\n");
	}

	private void hidden(String name, String value) {
		this.html.add("<input type=\"hidden\" name=\"").text(name).add("\" value=\"").text(value).add("\">\n");
	}

	private void button(Experiment experiment) {
		this.html.add("<button class=\"outline\" name=\"experiment\" value=\"")
			.add(experiment.key())
			.add("\">")
			.add(this.texts.get("experiment." + experiment.key()))
			.add("</button>\n");
	}

	private void attribute() {
		SeenSession session = this.pane.exchange().after();
		if (session == null || session.attributes().isEmpty()) {
			return;
		}
		this.html.add("<span class=\"drop\"><select name=\"attribute\" aria-label=\"")
			.add(this.texts.get("experiment.attribute"))
			.add("\">");
		for (SeenSession.Attribute attribute : session.attributes()) {
			this.html.add("<option value=\"")
				.text(attribute.name())
				.add("\">")
				.text(attribute.shortName())
				.add("</option>");
		}
		this.html.add("</select>");
		button(Experiment.DROP_ATTRIBUTE);
		this.html.add("</span>\n");
	}

}
