package billpay.serverview.page;

import java.util.ArrayList;
import java.util.List;

import billpay.serverview.conversation.Conversation;
import billpay.serverview.conversation.GapDetector;
import billpay.serverview.diagram.ExchangeDescription;
import billpay.serverview.diagram.SequenceDiagram;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.raw.RawExchange;
import billpay.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * A part of a browser's conversation, the newest request first.
 *
 * @param paging which part, and what is beside it
 * @param diagram who takes part
 * @param entries the requests
 */
public record ConversationPage(Paging paging, SequenceDiagram diagram, List<Entry> entries) {

	private static final int SIZE = 10;

	/**
	 * Whether a conversation has such a part. The first is always there, though it may be
	 * empty.
	 * @param conversation the conversation
	 * @param number which part
	 * @return {@code false} when it is too short
	 */
	static boolean exists(Conversation conversation, int number) {
		return number == 1 || (number > 1 && (number - 1L) * SIZE < conversation.exchanges().size());
	}

	/**
	 * Prepares a part that exists.
	 * @param conversation the conversation
	 * @param number which part
	 * @param messages the sentences
	 * @param place the end of the key of the message that names where sessions live
	 * @param secure whether the browser uses TLS
	 * @return what the page shows
	 */
	static ConversationPage of(Conversation conversation, int number, MessageSourceAccessor messages, String place,
			boolean secure) {
		int end = conversation.exchanges().size() - (number - 1) * SIZE;
		int start = Math.max(0, end - SIZE);
		List<Exchange> exchanges = conversation.exchanges().subList(start, end);
		SequenceDiagram diagram = SequenceDiagram.of(exchanges, messages, place);
		List<Entry> entries = new ArrayList<>(exchanges.size());
		for (int i = exchanges.size() - 1; i >= 0; i--) {
			entries.add(new Entry(diagram.steps().get(i), ExchangeDescription.of(exchanges.get(i), messages),
					RawExchange.of(exchanges.get(i), secure),
					gapBefore(conversation.exchanges(), start + i, messages)));
		}
		return new ConversationPage(new Paging("/server-view", number, start > 0), diagram, entries);
	}

	private static @Nullable String gapBefore(List<Exchange> exchanges, int index, MessageSourceAccessor messages) {
		GapDetector.Range missing = GapDetector.missingBefore(exchanges, index);
		if (missing != null) {
			return messages.getMessage("server-view.gap." + ((missing.first() == missing.last()) ? "one" : "many"),
					new Object[] { Integer.toString(missing.first()), Integer.toString(missing.last()) });
		}
		return (GapDetector.isGapBefore(exchanges, index)) ? messages.getMessage("server-view.gap") : null;
	}

	/**
	 * A request and its response.
	 *
	 * @param step the picture
	 * @param description the words
	 * @param raw both as HTTP sends them
	 * @param gapBefore which requests are missing before it, {@code null} when none is
	 */
	public record Entry(SequenceDiagram.Step step, ExchangeDescription description, RawExchange raw,
			@Nullable String gapBefore) {
	}

}
