package billpay.serverview.diagram;

import java.util.ArrayList;
import java.util.List;

import billpay.serverview.exchange.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * Some requests of a conversation as a picture: who takes part as lines from top to
 * bottom, every message an arrow. Each request is a picture of its own, as wide as the
 * one with the names above them. It has the places of everything in units of the diagram;
 * colours and fonts are the style sheet's. Every text has been cut to the room it has.
 *
 * @param width the width of all pictures, whatever is in them
 * @param height the height of the picture with the names
 * @param lifelines who takes part, from left to right
 * @param steps a request and its response each, in the order of the requests
 */
public record SequenceDiagram(int width, int height, List<Lifeline> lifelines, List<Step> steps) {

	static final int WIDTH = 1120;

	/**
	 * Draws requests.
	 * @param exchanges the requests in their order
	 * @param messages the sentences
	 * @param place the end of the key of the message that names where sessions live
	 * @return the pictures
	 */
	public static SequenceDiagram of(List<Exchange> exchanges, MessageSourceAccessor messages, String place) {
		Lifelines lifelines = new Lifelines(exchanges);
		ExchangeSentences sentences = new ExchangeSentences(messages);
		List<Step> steps = new ArrayList<>(exchanges.size());
		for (Exchange exchange : exchanges) {
			steps.add(new StepLayout(lifelines, sentences).layOut(exchange));
		}
		return new SequenceDiagram(WIDTH, Lifelines.HEAD, lifelines.named(messages, place), steps);
	}

	/**
	 * One who takes part.
	 *
	 * @param kind names it for the style sheet
	 * @param x where the line is
	 * @param head the box with the name
	 */
	public record Lifeline(String kind, int x, Box head) {
	}

	/**
	 * A request with all that it leads to.
	 *
	 * @param number its number in the conversation
	 * @param kind names it for the style sheet
	 * @param height the picture's height
	 * @param server where the line of the node is that answered
	 * @param from where its work begins
	 * @param to where it ends
	 * @param arrows what goes from one to the other
	 * @param labels what is written beside them
	 * @param note what has changed in the session, {@code null} when nothing has
	 */
	public record Step(int number, String kind, int height, int server, int from, int to, List<Arrow> arrows,
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

		private static final int HEAD = 11;

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
