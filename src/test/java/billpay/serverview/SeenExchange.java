package billpay.serverview;

import java.util.ArrayList;
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
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Field;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response as the server view tells of it, on a page or in its
 * recordings.
 *
 * @param request the request line
 * @param fields the names of the form's fields
 * @param cookies the cookies that came, each with its kind
 * @param calls what server and store said to each other, each kind with its fingerprints
 * @param left how many seconds the session has left, {@code null} when there is none
 * @param changes what became of attributes, by short name
 * @param status status and reason
 * @param location where it leads, {@code null} when nowhere
 * @param setCookies what the browser is to keep or to forget
 */
record SeenExchange(String request, List<String> fields, List<String> cookies, List<String> calls, @Nullable Long left,
		Map<String, String> changes, String status, @Nullable String location, Set<Set<String>> setCookies) {

	private static final Pattern LINE = Pattern.compile("<span class=\"(?!life)([a-z-]+)\">(.*?)</span>",
			Pattern.DOTALL);

	private static final Pattern FINGERPRINT = Pattern.compile("#[0-9a-f]{8}");

	/**
	 * Reads what stands on a page.
	 * @param section the markup of one {@code section.exchange}
	 * @param before the one above it, {@code null} for the first
	 * @return what it says
	 */
	static SeenExchange on(String section, @Nullable SeenExchange before) {
		String[] head = SeenPane.text(SeenPane.find(section, "<h3>(.*?)</h3>").orElseThrow()).split(" → ");
		Map<String, String> changes = new TreeMap<>();
		lines(section, "changes").filter((change) -> !change.kind().equals("none"))
			.forEach((change) -> changes.put(change.text().split(" ")[1], change.kind()));
		return new SeenExchange(head[0],
				part(section, "fields").map((fields) -> List.of(SeenPane.text(fields).split(", "))).orElse(List.of()),
				cookies(section, before),
				lines(section, "session").filter((call) -> !call.kind().equals("none"))
					.map((call) -> call(call.kind(),
							FINGERPRINT.matcher(call.text()).results().map((found) -> found.group())))
					.toList(),
				SeenPane.find(section, "data-seconds=\"(\\d+)\"").map(Long::valueOf).orElse(null), changes, head[1],
				lines(section, "response").filter((line) -> line.kind().equals("location"))
					.map(Line::text)
					.findFirst()
					.orElse(null),
				setCookies(section));
	}

	private static Set<Set<String>> setCookies(String section) {
		List<Set<String>> orders = new ArrayList<>();
		lines(section, "response").forEach((line) -> {
			if (line.kind().equals("set-cookie")) {
				orders.add(new LinkedHashSet<>(Set.of(line.text())));
			}
			else if (line.kind().equals("attribute")) {
				orders.get(orders.size() - 1).add(line.text().split(": ")[0]);
			}
		});
		return Set.copyOf(orders);
	}

	private static List<String> cookies(String section, @Nullable SeenExchange before) {
		String sent = part(section, "sent").orElseThrow();
		if (before != null && sent.equals("the same as before")) {
			return before.cookies();
		}
		return (sent.equals("none")) ? List.of() : sent.lines().map(SeenPane::text).toList();
	}

	private static Stream<Line> lines(String section, String part) {
		return part(section, part).stream()
			.flatMap((markup) -> LINE.matcher(markup).results())
			.map((line) -> new Line(line.group(1), SeenPane.text(line.group(2))));
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
		exchange.changes().forEach((change) -> changes.put(change.attribute().shortName(), change.kind().key()));
		Map<String, String> kinds = Map.of("temporary", "temporary", "long-lived", "long-lived", "other",
				"not set by BillPay");
		return new SeenExchange(exchange.request().what() + " " + exchange.request().protocol(),
				Stream.ofNullable(exchange.request().form())
					.flatMap((form) -> form.fields().stream())
					.map(Field::text)
					.toList(),
				exchange.request()
					.cookies()
					.stream()
					.map((cookie) -> cookie.text() + " (" + kinds.get(cookie.kind().key()) + ")")
					.toList(),
				exchange.calls()
					.stream()
					.map((call) -> call(call.kind().key(), Stream.of(call.before(), call.session())))
					.toList(),
				null, changes, exchange.response().statusLine(),
				(exchange.response().location() != null) ? "Location: " + exchange.response().location() : null,
				exchange.response().setCookies().stream().map(SeenExchange::order).collect(Collectors.toSet()));
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

	/**
	 * A line of the pane.
	 *
	 * @param kind its class
	 * @param text its text
	 */
	private record Line(String kind, String text) {
	}

}
