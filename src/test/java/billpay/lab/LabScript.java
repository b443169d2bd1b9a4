package billpay.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import billpay.lab.measurement.Measurements.Answer;
import billpay.lab.measurement.Measurements.RecordedExchange;
import billpay.lab.measurement.Measurements.Result;
import billpay.lab.measurement.Question;
import org.jspecify.annotations.Nullable;

/**
 * The one script that every technique goes through. What the server answers decides what
 * stands in the comparison table.
 */
final class LabScript {

	private static final String MARK = "2125550101";

	private static final List<String> NUMBERS = List.of(MARK, "2125550102", "2125550103");

	private static final String NOTHING_TO_CHANGE = "nothing-to-change";

	private final String technique;

	private final int port;

	private final Nodes nodes;

	private final BiPredicate<String, String> inAccessLog;

	private final Map<Question, Answer> answers = new EnumMap<>(Question.class);

	private final List<RecordedExchange> exchanges = new ArrayList<>();

	private @Nullable LabClient restarted;

	LabScript(String technique, int port, Nodes nodes, BiPredicate<String, String> inAccessLog) {
		this.technique = technique;
		this.port = port;
		this.nodes = nodes;
		this.inAccessLog = inAccessLog;
	}

	void run() {
		walk();
		attempt("number", Question.CHANGE_BELIEVED, "(212) 555-0102");
		attempt("amount", Question.PRICE_BELIEVED, "$0.01");
		attempt("cut", null, "");
		attempt("guess", null, "");
		attempt("steal", Question.COPY_BELIEVED, "(212) 555-0103");
		askOtherNodes();
	}

	Result result() {
		Map<Integer, Integer> bytes = new TreeMap<>();
		for (int lines : List.of(1, 10, 100)) {
			bytes.put(lines, secondRequest(lines).request().length() - secondRequest(0).request().length());
		}
		Integer limit = limit();
		return new Result(this.answers, bytes, limit, (limit != null) ? limitReason(limit) : null, this.exchanges);
	}

	private void walk() {
		LabClient browser = new LabClient(this.port, this.technique);
		browser.sendNumber(MARK, 1);
		String state = browser.state();
		record(browser, "number", state);
		answer(Question.READABLE, readable(state), "number");
		browser.sendCard();
		record(browser, "card", state);
		answer(Question.REMEMBERED, yes(browser.answer().contains("(212) 555-0101") && browser.isCharged()), "card");
		answer(Question.HELD_BY, holder(browser, state), "card");
		answer(Question.IN_ADDRESS,
				yes(state != null && browser.request().lines().findFirst().orElseThrow().contains(state)), "card");
		answer(Question.IN_ACCESS_LOG,
				yes(state != null && this.inAccessLog.test("/lab/" + this.technique + "/card", state)), "card");
		if (state == null) {
			answer(Question.SENT_BY, "nobody", "card");
		}
		else if (browser.carrier().equals("script")) {
			browser.sendCard(false);
			record(browser, "no-script", state);
			answer(Question.SENT_BY, browser.isCharged() ? "form" : "script", "no-script");
		}
		else {
			answer(Question.SENT_BY, browser.carrier(), "card");
		}
	}

	private String holder(LabClient browser, @Nullable String state) {
		if (state == null) {
			return "nobody";
		}
		if (readable(state).equals("no")) {
			return "server";
		}
		return switch (browser.carrier()) {
			case "browser" -> "cookie";
			case "script" -> (browser.isKeptByTab()) ? "tab" : "browser";
			default -> (browser.request().lines().findFirst().orElseThrow().contains(state)) ? "address" : "page";
		};
	}

	private void attempt(String attempt, @Nullable Question question, String sign) {
		LabClient browser = new LabClient(this.port, this.technique);
		browser.sendNumber(MARK, 1);
		browser.change(attempt.toUpperCase(Locale.ROOT));
		String changed = browser.state();
		boolean unchanged = changed == null || browser.answer().contains("nothing to change");
		browser.sendCard();
		record(browser, "change-" + attempt, changed);
		if (question != null) {
			boolean believed = browser.isCharged() && browser.answer().contains(sign);
			answer(question, (unchanged && question != Question.COPY_BELIEVED) ? NOTHING_TO_CHANGE : yes(believed),
					"change-" + attempt);
		}
	}

	private void askOtherNodes() {
		String known = answerOf("other-node", this.nodes.withSameKey());
		boolean withoutKey = answerOf("other-key", this.nodes.withOtherKey()).equals("yes");
		answer(Question.ON_OTHER_NODE, (known.equals("yes") && !withoutKey) ? "with-key" : known, "other-node");
	}

	private String answerOf(String name, int otherPort) {
		LabClient browser = new LabClient(this.port, this.technique);
		browser.sendNumber(MARK, 1);
		browser.moveTo(otherPort);
		browser.sendCard();
		record(browser, name, browser.state());
		return yes(browser.isCharged());
	}

	/** Sends the number to a server that will be restarted. */
	void beforeRestart(int oldPort) {
		this.restarted = new LabClient(oldPort, this.technique);
		this.restarted.sendNumber(MARK, 1);
	}

	/** Sends the card to the server that was restarted with the same key. */
	void afterRestart(int newPort) {
		this.restarted.moveTo(newPort);
		this.restarted.sendCard();
		record(this.restarted, "restart", this.restarted.state());
		boolean needsKey = this.answers.get(Question.ON_OTHER_NODE).text().equals("with-key");
		answer(Question.AFTER_SERVER_RESTART,
				(this.restarted.isCharged() && needsKey) ? "with-key" : yes(this.restarted.isCharged()), "restart");
	}

	/**
	 * The second request with a cart of so many lines; with none, without the first
	 * request.
	 */
	private LabClient secondRequest(int lines) {
		LabClient browser = new LabClient(this.port, this.technique);
		if (lines > 0) {
			browser.sendNumber(MARK, lines);
		}
		else {
			browser.open();
		}
		browser.sendCard();
		return browser;
	}

	private String limitReason(int limit) {
		return (secondRequest(limit).status() == 400) ? "header" : "cookie";
	}

	private @Nullable Integer limit() {
		if (!secondRequest(1).isCharged() || secondRequest(1000).isCharged()) {
			return null;
		}
		int works = 1;
		int fails = 1000;
		while (fails - works > 1) {
			int middle = (works + fails) / 2;
			if (secondRequest(middle).isCharged()) {
				works = middle;
			}
			else {
				fails = middle;
			}
		}
		return fails;
	}

	private void record(LabClient browser, String name, @Nullable String state) {
		this.exchanges
			.add(browser.recorded(name, Stream.concat(NUMBERS.stream(), Stream.ofNullable(state)).distinct().toList()));
	}

	private void answer(Question question, String text, String exchange) {
		this.answers.put(question, new Answer(text, exchange));
	}

	private static String yes(boolean holds) {
		return (holds) ? "yes" : "no";
	}

	private static String readable(@Nullable String state) {
		if (state == null) {
			return "no";
		}
		if (state.contains(MARK)) {
			return "yes";
		}
		boolean encoded = Arrays.stream(state.split("[.]")).anyMatch((part) -> {
			try {
				return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8).contains(MARK);
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		});
		return (encoded) ? "encoded" : "no";
	}

	/**
	 * Other servers, by their ports.
	 *
	 * @param withSameKey one that signs with the same key
	 * @param withOtherKey one that signs with a key of its own
	 */
	record Nodes(int withSameKey, int withOtherKey) {

	}

}
