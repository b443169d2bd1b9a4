package billpay.serverview.diagram;

import java.util.ArrayList;
import java.util.List;

import billpay.serverview.conversation.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * One request and its answer in sentences: the diagram as text, with the texts in full
 * that are cut in the diagram.
 *
 * @param number its place in the conversation, from 1
 * @param time when it came
 * @param what method and target
 * @param experiment what it tried, {@code null} when it was none of the experiments
 * @param sentences what happened, in its order
 */
public record ExchangeDescription(int number, String time, String what, @Nullable String experiment,
		List<String> sentences) {

	/**
	 * Describes a conversation.
	 * @param exchanges the requests in their order
	 * @param messages the sentences
	 * @return a description of each request
	 */
	public static List<ExchangeDescription> of(List<Exchange> exchanges, MessageSourceAccessor messages) {
		ExchangeSentences sentences = new ExchangeSentences(messages);
		List<ExchangeDescription> descriptions = new ArrayList<>(exchanges.size());
		for (Exchange exchange : exchanges) {
			descriptions.add(new ExchangeDescription(descriptions.size() + 1, StepLayout.TIME.format(exchange.at()),
					exchange.request().what(), sentences.experiment(exchange), sentences.of(exchange)));
		}
		return descriptions;
	}

}
