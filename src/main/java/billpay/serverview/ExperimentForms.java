package billpay.serverview;

/**
 * The buttons of the experiments: one form, so that one token is enough.
 */
final class ExperimentForms {

	private final Pane pane;

	private final Html html;

	ExperimentForms(Pane pane, Html html) {
		this.pane = pane;
		this.html = html;
	}

	void write() {
		this.html.fill("<section class=\"experiments\">\n<h3>{experiments}</h3>\n<form action=\"")
			.text(this.pane.contextPath())
			.add("/server-view/experiments\" method=\"post\">\n");
		hidden(this.pane.forms().name(), this.pane.forms().value());
		hidden("next", this.pane.page());
		button(Experiment.FORGET_COOKIE);
		button(Experiment.FORGET_SESSION);
		attribute();
		button(Experiment.EXPIRE);
		button(Experiment.CHANGE_ID);
		if (this.pane.replayable()) {
			button(Experiment.REPLAY);
		}
		this.html.add("</form>\n</section>\n");
	}

	private void hidden(String name, String value) {
		this.html.add("<input type=\"hidden\" name=\"").text(name).add("\" value=\"").text(value).add("\">\n");
	}

	private void button(Experiment experiment) {
		this.html.fill(experiment.button());
	}

	private void attribute() {
		SeenSession session = this.pane.exchange().after();
		if (session == null || session.attributes().isEmpty()) {
			return;
		}
		this.html.fill("<span class=\"drop\"><select name=\"attribute\" aria-label=\"{experiment.attribute}\">");
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
