package billpay.serverview.diagram;

import java.util.List;

import billpay.serverview.exchange.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * One request and its response in sentences: the diagram as text, with the texts in full
 * that are cut in the diagram.
 *
 * @param number its number in the conversation
 * @param time when it came
 * @param what method and target
 * @param experiment what it tried, {@code null} when it was none of the experiments
 * @param sentences what happened, in its order
 */
public record ExchangeDescription(int number, String time, String what, @Nullable String experiment,
		List<String> sentences) {

	/**
	 * Describes a request.
	 * @param exchange the request and its response
	 * @param messages the sentences
	 * @return its description
	 */
	public static ExchangeDescription of(Exchange exchange, MessageSourceAccessor messages) {
		ExchangeSentences sentences = new ExchangeSentences(messages);
		return new ExchangeDescription(exchange.number(), StepLayout.TIME.format(exchange.at()),
				exchange.request().what(), sentences.experiment(exchange), sentences.of(exchange));
	}

}
