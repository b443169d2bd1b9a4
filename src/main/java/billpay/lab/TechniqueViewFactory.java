package billpay.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import billpay.lab.TechniqueView.AnswerRow;
import billpay.lab.TechniqueView.ExchangeView;
import billpay.lab.TechniqueView.MeasuredBrowser;
import billpay.lab.http.MarkedText;
import billpay.lab.http.ServerAddress;
import billpay.lab.measurement.Measurements;
import billpay.lab.measurement.Measurements.RecordedExchange;
import billpay.lab.measurement.Question;
import billpay.lab.technique.DecodedState;
import billpay.lab.technique.ReadablePart;
import billpay.lab.technique.StateChange;
import billpay.lab.technique.Technique;
import billpay.lab.technique.TechniqueRegistry;
import billpay.web.AssetUrls;
import billpay.web.format.LocalizedDateFormatter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes what the pages of a technique show.
 */
@Component
class TechniqueViewFactory {

	private static final Set<String> WALK = Set.of("number", "card");

	private static final List<StateChange> CHANGES = List.of(StateChange.values());

	private final TechniqueRegistry techniques;

	private final Measurements measurements;

	private final AssetUrls assets;

	private final OrderFormatter orders;

	private final LocalizedDateFormatter dates;

	TechniqueViewFactory(TechniqueRegistry techniques, Measurements measurements, AssetUrls assets,
			OrderFormatter orders, LocalizedDateFormatter dates) {
		this.techniques = techniques;
		this.measurements = measurements;
		this.assets = assets;
		this.orders = orders;
		this.dates = dates;
	}

	TechniqueView of(Technique technique, HttpServletRequest request) {
		int position = this.techniques.all().indexOf(technique);
		Measurements.Result result = this.measurements.of(technique.name());
		return new TechniqueView(technique.name(), nameAt(position - 1), nameAt(position + 1),
				ServerAddress.of(request), script(), answers(result), CHANGES, technique.changesFrom(),
				technique.format(), result, browser(), exchanges(result, (exchange) -> WALK.contains(exchange.name())),
				readable(technique, result), exchanges(result, (exchange) -> !WALK.contains(exchange.name())));
	}

	AnswerView answer(DecodedState decoded) {
		if (decoded instanceof DecodedState.Remembered remembered) {
			return new AnswerView("remembered", this.orders.charged(remembered.order()), null);
		}
		if (decoded instanceof DecodedState.Refused refused) {
			return new AnswerView("refused", null, refused.reason());
		}
		return new AnswerView("nothing", null, null);
	}

	MeasuredBrowser browser() {
		return new MeasuredBrowser(this.measurements.browser(), this.dates.date(this.measurements.date()));
	}

	String script() {
		return this.assets.urlOf("lab.js");
	}

	private static List<AnswerRow> answers(Measurements.Result result) {
		return Arrays.stream(Question.values())
			.map((question) -> new AnswerRow(question.key(), result.answer(question).text(),
					result.answer(question).place(question)))
			.toList();
	}

	private static List<ReadablePart> readable(Technique technique, Measurements.Result result) {
		return result.exchanges()
			.stream()
			.filter((exchange) -> exchange.name().equals("number"))
			.flatMap((exchange) -> exchange.carried().stream())
			.flatMap((state) -> technique.readableParts(state).stream())
			.toList();
	}

	private @Nullable String nameAt(int position) {
		List<String> names = this.techniques.names();
		return (position >= 0 && position < names.size()) ? names.get(position) : null;
	}

	private static List<ExchangeView> exchanges(Measurements.Result result, Predicate<RecordedExchange> which) {
		return result.exchanges()
			.stream()
			.filter(which)
			.map((exchange) -> new ExchangeView(exchange.name(), MarkedText.of(exchange.request(), exchange.carried()),
					MarkedText.of(exchange.response(), exchange.carried())))
			.toList();
	}

}
