package billpay.serverview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One request and its answer in sentences: the picture for whoever does not see it, and
 * the whole of what had to be cut there.
 *
 * @param number its place in the conversation, from 1
 * @param time when it came
 * @param what method and target
 * @param experiment what it tried, {@code null} when it was none of the experiments
 * @param sentences what happened, in its order
 */
record ExchangeInWords(int number, String time, String what, @Nullable String experiment, List<String> sentences) {

	/**
	 * Tells a conversation.
	 * @param exchanges the requests in their order
	 * @param texts the sentences
	 * @return the same in words
	 */
	static List<ExchangeInWords> of(List<Exchange> exchanges, Texts.In texts) {
		List<ExchangeInWords> words = new ArrayList<>(exchanges.size());
		exchanges.forEach((exchange) -> words.add(of(words.size() + 1, exchange, texts)));
		return words;
	}

	private static ExchangeInWords of(int number, Exchange exchange, Texts.In texts) {
		List<String> sentences = new ArrayList<>();
		sentences.add(cookies(exchange, texts));
		if (!exchange.request().fields().isEmpty()) {
			sentences.add(texts.plain("words.fields", String.join(", ", exchange.request().fields())));
		}
		if (exchange.calls().isEmpty()) {
			sentences.add(texts.plain("words.no-call"));
		}
		List<StoreCall> calls = exchange.calls();
		calls.stream().limit(exchange.readings()).map((call) -> call(call, texts)).forEach(sentences::add);
		exchange.changes().stream().map((change) -> change(change, texts)).forEach(sentences::add);
		calls.stream().skip(exchange.readings()).map((call) -> call(call, texts)).forEach(sentences::add);
		answer(exchange.answer(), texts, sentences);
		String experiment = (exchange.experiment() != null)
				? texts.plain("picture.experiment", texts.plain("experiment." + exchange.experiment().key())) : null;
		return new ExchangeInWords(number, StepDrawing.TIME.format(exchange.at()), exchange.request().what(),
				experiment, sentences);
	}

	private static String cookies(Exchange exchange, Texts.In texts) {
		if (exchange.cookies().isEmpty()) {
			return texts.plain("words.no-cookie");
		}
		return texts.plain("words.cookies",
				exchange.cookies()
					.stream()
					.map((cookie) -> ((cookie.value() != null) ? cookie.name() + "=" + cookie.value() : cookie.name())
							+ " (" + texts.plain(cookie.kind().key()) + ")")
					.collect(Collectors.joining(", ")));
	}

	private static String call(StoreCall call, Texts.In texts) {
		return texts.plain("words.call." + call.kind().style(), call.session(), String.valueOf(call.before()));
	}

	private static String change(Change change, Texts.In texts) {
		SeenSession.Attribute attribute = change.attribute();
		String name = (attribute.isFlash()) ? texts.plain("flash") + " " + attribute.shortName()
				: attribute.shortName();
		String value = (attribute.value() != null) ? attribute.value() : texts.plain("secret");
		return switch (change.kind()) {
			case ADDED -> texts.plain("words.added", name, value);
			case REMOVED -> texts.plain("words.removed", name);
			case CHANGED -> (change.before() != null) ? texts.plain("words.changed", name, change.before(), value)
					: texts.plain("words.changed.secret", name);
		};
	}

	private static void answer(Exchange.Answer answer, Texts.In texts, List<String> sentences) {
		sentences.add((answer.location() != null)
				? texts.plain("words.answer.location", answer.statusLine(), answer.location())
				: (answer.title() != null) ? texts.plain("words.answer.page", answer.statusLine(), answer.title())
						: texts.plain("words.answer", answer.statusLine()));
		addCookies("words.keep", answer, (cookie) -> !cookie.forgets(),
				(cookie) -> cookie.name() + "=" + cookie.value(), texts, sentences);
		addCookies("words.forget", answer, SetCookie::forgets, SetCookie::name, texts, sentences);
	}

	private static void addCookies(String key, Exchange.Answer answer, Predicate<SetCookie> which,
			Function<SetCookie, String> shown, Texts.In texts, List<String> sentences) {
		String cookies = answer.setCookies().stream().filter(which).map(shown).collect(Collectors.joining(", "));
		if (!cookies.isEmpty()) {
			sentences.add(texts.plain(key, cookies));
		}
	}

}
