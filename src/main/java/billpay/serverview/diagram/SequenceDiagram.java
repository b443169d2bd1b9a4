package billpay.serverview.diagram;

import java.util.ArrayList;
import java.util.List;

import billpay.serverview.conversation.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * A conversation as a picture: browser, server and session store as lines from top to
 * bottom, every message an arrow, the first on top. It has the places of everything in
 * units of the diagram; colours and fonts are the style sheet's. Every text has been cut
 * to the room it has.
 *
 * @param width the picture's width, whatever is in it
 * @param height its height
 * @param lifelines browser, server and session store
 * @param steps a request and its answer each, in their order
 */
public record SequenceDiagram(int width, int height, List<Lifeline> lifelines, List<Step> steps) {

	static final int WIDTH = 1120;

	static final int BROWSER = 146;

	static final int SERVER = 632;

	static final int STORE = 994;

	/** From the picture's edge to what is drawn. */
	static final int EDGE = 12;

	private static final int HEAD = 60;

	private static final int GAP = 14;

	/**
	 * Draws a conversation.
	 * @param exchanges the requests in their order
	 * @param messages the sentences
	 * @param place the end of the key of the message that names where sessions live
	 * @param node the node that answers, {@code null} when there is only one
	 * @return the picture
	 */
	public static SequenceDiagram of(List<Exchange> exchanges, MessageSourceAccessor messages, String place,
			@Nullable String node) {
		List<Step> steps = new ArrayList<>(exchanges.size());
		ExchangeSentences sentences = new ExchangeSentences(messages);
		int y = EDGE + HEAD + GAP;
		for (Exchange exchange : exchanges) {
			Step step = new StepLayout(steps.size() + 1, y, sentences).layOut(exchange);
			steps.add(step);
			y += step.height() + GAP;
		}
		List<Lifeline> lifelines = List.of(
				Lifeline.of("browser", BROWSER, 2 * (BROWSER - EDGE), y,
						messages.getMessage("server-view.lifeline.browser"),
						messages.getMessage("server-view.lifeline.browser.does")),
				Lifeline.of("server", SERVER, 300, y,
						(node != null) ? messages.getMessage("server-view.lifeline.node", new Object[] { node })
								: messages.getMessage("server-view.lifeline.server"),
						messages.getMessage("server-view.lifeline.server.does")),
				Lifeline.of("store", STORE, 2 * (WIDTH - EDGE - STORE), y,
						messages.getMessage("server-view.lifeline.store"),
						messages.getMessage("server-view.store." + place)));
		return new SequenceDiagram(WIDTH, y + HEAD + EDGE, lifelines, steps);
	}

	/**
	 * One who takes part: a line with the name at both ends.
	 *
	 * @param kind names it for the style sheet
	 * @param x where the line is
	 * @param top where the line begins
	 * @param bottom where it ends
	 * @param heads the boxes with the name
	 */
	public record Lifeline(String kind, int x, int top, int bottom, List<Box> heads) {

		static Lifeline of(String kind, int x, int width, int bottom, String name, String does) {
			return new Lifeline(kind, x, EDGE + HEAD, bottom,
					List.of(head(x, width, EDGE, name, does), head(x, width, bottom, name, does)));
		}

		private static Box head(int x, int width, int y, String name, String does) {
			return new Box("head", x - width / 2, y, width, HEAD,
					List.of(Label.centred("name", x, y + 26, Label.LARGE, name, width - GAP),
							Label.centred("does", x, y + 48, Label.SMALL, does, width - GAP)));
		}

	}

	/**
	 * A request with all that it leads to.
	 *
	 * @param number its place in the conversation, from 1
	 * @param kind names it for the style sheet
	 * @param top where its band begins
	 * @param height the band's height
	 * @param from where the server's work begins
	 * @param to where it ends
	 * @param arrows what goes from one to the other
	 * @param labels what is written beside them
	 * @param note what has changed in the session, {@code null} when nothing has
	 */
	public record Step(int number, String kind, int top, int height, int from, int to, List<Arrow> arrows,
			List<Label> labels, @Nullable Box note) {
	}

	/**
	 * Something that goes from one lifeline to another.
	 *
	 * @param kind names it for the style sheet
	 * @param from where it begins
	 * @param to where its head points to
	 * @param y how far down it is
	 */
	public record Arrow(String kind, int from, int to, int y) {

		private static final int HEAD = 12;

		/**
		 * From the head's point back to its base.
		 * @return a width with its sign
		 */
		public int back() {
			return (this.from < this.to) ? -HEAD : HEAD;
		}

	}

	/**
	 * Lines of text with a frame.
	 *
	 * @param kind names it for the style sheet
	 * @param x its left edge
	 * @param y its upper edge
	 * @param width its width
	 * @param height its height
	 * @param lines the lines
	 */
	public record Box(String kind, int x, int y, int width, int height, List<Label> lines) {
	}

}
