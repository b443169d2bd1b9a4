package billpay.serverview;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.cookies.SetCookie;
import billpay.serverview.conversation.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer as the server view tells of it, on a page or in its
 * recordings.
 *
 * @param request the request line
 * @param fields the names of the form's fields
 * @param cookies the cookies that came, each with its kind
 * @param calls what server and store said to each other, each kind with its fingerprints
 * @param left how many seconds the session has left, {@code null} when there is none
 * @param changes what became of attributes, by name
 * @param status status and reason
 * @param location where it leads, {@code null} when nowhere
 * @param setCookies what the browser is to keep or to forget
 */
record SeenExchange(String request, List<String> fields, List<String> cookies, List<String> calls, @Nullable Long left,
		Map<String, String> changes, String status, @Nullable String location, Set<Set<String>> setCookies) {

	private static final Pattern COOKIE = Pattern.compile("<span>(.*?)</span>", Pattern.DOTALL);

	private static final Pattern CALL = Pattern.compile("<span class=\"(?!life)([a-z-]+)\">(.*?)</span>",
			Pattern.DOTALL);

	private static final Pattern CHANGE = Pattern.compile("<span class=\"([a-z]+)\" data-name=\"([^\"]+)\">");

	private static final Pattern SET_COOKIE = Pattern.compile("<div class=\"set-cookie\">(.*?)</div>", Pattern.DOTALL);

	/**
	 * Reads what stands on a page.
	 * @param section the markup of one {@code section.exchange}
	 * @param before the one above it, {@code null} for the first
	 * @return what it says
	 */
	static SeenExchange on(String section, @Nullable SeenExchange before) {
		List<String> head = SeenPane.codes(SeenPane.find(section, "<h3>(.*?)</h3>").orElseThrow());
		String answer = part(section, "answer").orElse("");
		List<String> orders = SET_COOKIE.matcher(answer).results().map((order) -> order.group(1)).toList();
		Map<String, String> changes = new TreeMap<>();
		CHANGE.matcher(part(section, "changes").orElseThrow())
			.results()
			.forEach((change) -> changes.put(SeenPane.text(change.group(2)), change.group(1)));
		return new SeenExchange(head.get(0), part(section, "fields").map(SeenPane::codes).orElse(List.of()),
				cookies(section, before),
				CALL.matcher(part(section, "session").orElseThrow())
					.results()
					.map((call) -> call(call.group(1), SeenPane.codes(call.group(2)).stream()))
					.toList(),
				SeenPane.find(section, "data-seconds=\"(\\d+)\"").map(Long::valueOf).orElse(null), changes, head.get(1),
				SeenPane.codes(SET_COOKIE.matcher(answer).replaceAll("")).stream().findFirst().orElse(null),
				orders.stream().map((order) -> Set.copyOf(SeenPane.codes(order))).collect(Collectors.toSet()));
	}

	private static List<String> cookies(String section, @Nullable SeenExchange before) {
		String sent = part(section, "sent").orElseThrow();
		if (before != null && sent.equals("the same as before")) {
			return before.cookies();
		}
		return COOKIE.matcher(sent).results().map((line) -> SeenPane.text(line.group(1))).toList();
	}

	private static Optional<String> part(String section, String name) {
		return SeenPane.find(section, "<dd class=\"" + name + "\">(.*?)</dd>");
	}

	private static String call(String kind, Stream<@Nullable String> fingerprints) {
		return kind + fingerprints.filter((fingerprint) -> fingerprint != null)
			.collect(Collectors.joining(" to ", " ", ""));
	}

	/**
	 * Reads what is recorded.
	 * @param exchange the record
	 * @return what it says; how much time is left it leaves to the reader
	 */
	static SeenExchange in(Exchange exchange) {
		Map<String, String> changes = new TreeMap<>();
		exchange.changes().forEach((change) -> changes.put(change.attribute().name(), change.kind().key()));
		Map<String, String> kinds = Map.of("temporary", "temporary", "long-lived", "long-lived", "other", "not ours");
		return new SeenExchange(exchange.request().what() + " " + exchange.request().protocol(),
				exchange.request().fields(),
				exchange.cookies()
					.stream()
					.map((cookie) -> cookie.text() + " " + kinds.get(cookie.kind().key()))
					.toList(),
				exchange.calls()
					.stream()
					.map((call) -> call(call.kind().key(), Stream.of(call.before(), call.session())))
					.toList(),
				null, changes, exchange.answer().statusLine(),
				(exchange.answer().location() != null) ? "Location: " + exchange.answer().location() : null,
				exchange.answer().setCookies().stream().map(SeenExchange::order).collect(Collectors.toSet()));
	}

	private static Set<String> order(SetCookie cookie) {
		Set<String> parts = new LinkedHashSet<>(cookie.attributes());
		parts.add("Set-Cookie: " + cookie.name() + "=" + cookie.value());
		return parts;
	}

	/**
	 * What a header says, as a page would have to tell of it.
	 * @param header the value of a {@code Set-Cookie}
	 * @param value its value as it may be shown
	 * @return its parts
	 */
	static Set<String> order(String header, String value) {
		String[] parts = header.split("; ");
		parts[0] = "Set-Cookie: " + parts[0].substring(0, parts[0].indexOf('=') + 1) + value;
		return Arrays.stream(parts).collect(Collectors.toSet());
	}

	/**
	 * What was said to the store about other things than this.
	 * @param kind a kind of call
	 * @return the calls
	 */
	List<String> callsOtherThan(String kind) {
		return this.calls.stream().filter((call) -> !call.startsWith(kind + " ")).toList();
	}

}
