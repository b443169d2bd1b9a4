package billpay.serverview.diagram;

import java.awt.Rectangle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.exchange.Header;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where everything stands in the pictures of a conversation.
 */
class SequenceDiagramTests {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.TAIWAN);

	private static MessageSourceAccessor texts(Locale language) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new MessageSourceAccessor(messages, language);
	}

	private static SequenceDiagram draw(Exchange... exchanges) {
		return SequenceDiagram.of(List.of(exchanges), texts(Locale.ENGLISH), "memory");
	}

	private static Exchange exchange(String target, List<SessionStoreCall> calls) {
		return exchange(target, calls, List.of(), List.of(), List.of(), null, null);
	}

	private static Exchange exchange(String target, List<SessionStoreCall> calls, List<SentCookie> cookies,
			List<AttributeChange> changes, List<SetCookie> setCookies, @Nullable String location,
			@Nullable Experiment experiment) {
		RecordedRequest request = new RecordedRequest("GET", target, "HTTP/1.1", null, cookies, 0, null, true,
				List.of(), false);
		RecordedResponse response = new RecordedResponse((location != null) ? 303 : 200, location, setCookies, target,
				null, List.of());
		return new Exchange(0, Instant.EPOCH, request, null, null, calls, changes, response, experiment);
	}

	private static Exchange numbered(int number, Exchange exchange) {
		return exchange.withNumber(number);
	}

	private static Exchange by(Exchange exchange, String node, @Nullable String via) {
		RecordedRequest line = exchange.request();
		RecordedRequest request = new RecordedRequest(line.method(), line.target(), line.protocol(), line.referer(),
				line.cookies(), 0, line.form(), line.whole(),
				(via != null) ? List.of(new Header("Via", via)) : List.of(), false);
		RecordedResponse answer = exchange.response();
		return new Exchange(0, exchange.at(), request, exchange.before(), exchange.after(), exchange.calls(),
				exchange.changes(), new RecordedResponse(answer.status(), answer.location(), answer.setCookies(),
						answer.title(), node, answer.headers()),
				exchange.experiment());
	}

	private static Exchange fullOf(String text) {
		List<SessionStoreCall> calls = new ArrayList<>();
		List<AttributeChange> changes = new ArrayList<>();
		for (SessionStoreCall.Kind kind : SessionStoreCall.Kind.values()) {
			calls.add(new SessionStoreCall(kind, text, text));
		}
		for (int i = 0; i < 20; i++) {
			for (AttributeChange.Kind kind : AttributeChange.Kind.values()) {
				changes.add(new AttributeChange(kind, new SessionAttribute(text, text), text));
			}
		}
		return exchange(text, calls, Collections.nCopies(12, new SentCookie(text, text, SentCookie.Kind.TEMPORARY)),
				changes, Collections.nCopies(9, new SetCookie(text, "#" + text, List.of("Max-Age=0"), false)), text,
				Experiment.FORGET_COOKIE);
	}

	private static List<String> texts(SequenceDiagram.Step step, String kind) {
		return step.labels().stream().filter((label) -> label.kind().startsWith(kind)).map(Label::text).toList();
	}

	@Test
	void everyThingThatServerAndStoreSayToEachOtherHasAnArrow() {
		for (SessionStoreCall.Kind kind : SessionStoreCall.Kind.values()) {
			SequenceDiagram.Step step = draw(exchange("/", List.of(new SessionStoreCall(kind, "#1111", "#0000"))))
				.steps()
				.get(0);
			List<SequenceDiagram.Arrow> arrows = step.arrows()
				.stream()
				.filter((arrow) -> arrow.kind().startsWith(kind.key()))
				.toList();
			assertThat(arrows).as(kind.key()).hasSize((kind.reads() || kind == SessionStoreCall.Kind.REFUSED) ? 2 : 1);
			assertThat(arrows.get(0).to()).as("asks").isEqualTo(Lifelines.STORE);
			assertThat(arrows.stream().skip(1)).as("answers")
				.allMatch((arrow) -> arrow.from() == Lifelines.STORE && arrow.to() < arrow.from());
			assertThat(texts(step, kind.key() + " ask").get(0)).contains("#1111");
		}
	}

	@Test
	void timeGoesDown() {
		SequenceDiagram diagram = draw(
				exchange("/a",
						List.of(new SessionStoreCall(SessionStoreCall.Kind.FOUND, "#1111", null),
								new SessionStoreCall(SessionStoreCall.Kind.SAVED, "#1111", null),
								new SessionStoreCall(SessionStoreCall.Kind.FOUND, "#1111", null))),
				exchange("/b", List.of()));
		assertThat(diagram.steps()).extracting(SequenceDiagram.Step::kind).containsExactly("plain", "plain");
		assertThat(diagram.steps().get(0).arrows()).extracting(SequenceDiagram.Arrow::kind)
			.containsExactly("request", "found ask", "found reply", "saved ask", "found ask", "found reply",
					"response");
		assertThat(diagram.steps()).allSatisfy((step) -> assertThat(step.arrows()).extracting(SequenceDiagram.Arrow::y)
			.isSorted()
			.doesNotHaveDuplicates());
	}

	@Test
	void theNumbersAreThoseOfTheRequests() {
		SequenceDiagram diagram = draw(numbered(11, exchange("/a", List.of())),
				numbered(12, exchange("/b", List.of())));
		assertThat(diagram.steps()).extracting(SequenceDiagram.Step::number).containsExactly(11, 12);
		assertThat(texts(diagram.steps().get(1), "number")).containsExactly("12");
	}

	@Test
	void theChangeOfIdIsSaidAndShowsBothIds() {
		SequenceDiagram.Step step = draw(
				exchange("/login", List.of(new SessionStoreCall(SessionStoreCall.Kind.MOVED, "#2222", "#1111"))))
			.steps()
			.get(0);
		assertThat(texts(step, "moved")).containsExactly("A new id for the same session.", "new id #1111 → #2222");
	}

	@Test
	void changesStandBetweenTheLookupAndTheSave() {
		SequenceDiagram.Step step = draw(exchange("/lookup",
				List.of(new SessionStoreCall(SessionStoreCall.Kind.FOUND, "#1111", null),
						new SessionStoreCall(SessionStoreCall.Kind.SAVED, "#1111", null)),
				List.of(),
				List.of(new AttributeChange(AttributeChange.Kind.ADDED, new SessionAttribute("phoneNumber", "1"), null),
						new AttributeChange(AttributeChange.Kind.CHANGED, new SessionAttribute("cart", "2"), "1"),
						new AttributeChange(AttributeChange.Kind.REMOVED, new SessionAttribute("a.b.TOKEN", null),
								null)),
				List.of(), "/bill", null))
			.steps()
			.get(0);
		assertThat(step.note().lines()).extracting(Label::text).containsExactly("+ phoneNumber", "~ cart", "- TOKEN");
		assertThat(step.note().y()).isGreaterThan(step.arrows().get(2).y());
		assertThat(step.note().y() + step.note().height()).isLessThan(step.arrows().get(3).y());
	}

	@Test
	void cookiesAreShownByNameAndTheSessionsByItsFingerprint() {
		SequenceDiagram.Step step = draw(exchange("/", List.of(),
				List.of(new SentCookie("BILLPAY_SESSION", "#1111", SentCookie.Kind.TEMPORARY)), List.of(),
				List.of(new SetCookie("BILLPAY_SESSION", "#2222", List.of("Path=/"), false),
						new SetCookie("BILLPAY_BROWSER", "#3333", List.of("Max-Age=99"), false),
						new SetCookie("BILLPAY_VISITOR", "", List.of("Max-Age=0"), false)),
				"/bill", null))
			.steps()
			.get(0);
		assertThat(texts(step, "cookie")).containsExactly("Cookie: BILLPAY_SESSION=#1111");
		assertThat(texts(step, "location")).containsExactly("Location: /bill");
		assertThat(texts(step, "set-cookie")).containsExactly("Set-Cookie: BILLPAY_SESSION=#2222",
				"Set-Cookie: BILLPAY_BROWSER", "delete the cookie BILLPAY_VISITOR");
		assertThat(texts(draw(exchange("/", List.of())).steps().get(0), "no-cookie"))
			.containsExactly("no session cookie");
	}

	@Test
	void anExperimentIsMarkedAndNamed() {
		SequenceDiagram.Step step = draw(
				exchange("/", List.of(), List.of(), List.of(), List.of(), "/", Experiment.EXPIRE))
			.steps()
			.get(0);
		assertThat(step.kind()).isEqualTo("experiment");
		assertThat(texts(step, "experiment")).containsExactly("Experiment: Expire the session now");
	}

	@Test
	void aTextThatIsCutIsThereAsAWhole() {
		String target = "/" + "long/".repeat(30);
		Label label = draw(exchange(target, List.of())).steps()
			.get(0)
			.labels()
			.stream()
			.filter((candidate) -> candidate.kind().equals("request"))
			.findFirst()
			.orElseThrow();
		assertThat(label.text()).startsWith("GET /long/").endsWith("…").hasSizeLessThan(60);
		assertThat(label.full()).isEqualTo("GET " + target);
		assertThat(Label.at("", 0, 0, Label.NORMAL, "short", 100).full()).isNull();
	}

	@Test
	void lettersWhoseWidthNobodyKnowsAreReplaced() {
		assertThat(Label.at("", 0, 0, Label.NORMAL, "a\uFDFDb\uD808\uDC31c\u202Ed帳é", 400).text())
			.isEqualTo("a\uFFFDb\uFFFDc\uFFFDd帳é");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "W", "帳", "\uFDFD", "𒐫", "<script>", " ", "\u202Ex", "é", "…", "\uD83D\uDE00" })
	void nothingLeavesThePictureOrLiesOnSomethingElse(String letters) {
		for (Locale language : LANGUAGES) {
			for (int length : new int[] { 1, 40, 500 }) {
				Exchange full = fullOf(letters.repeat(length));
				String node = letters.repeat(length);
				for (List<Exchange> exchanges : List.of(List.of(full), List.of(by(full, node, null)),
						List.of(by(full, node, node)), List.of(by(full, node, node), by(full, "node 2", node)),
						List.of(by(full, "a", null), by(full, node, node), by(full, "c", node)),
						List.of(by(full, "a", node), by(full, "b", node), by(full, "c", null), by(full, node, node)))) {
					SequenceDiagram diagram = SequenceDiagram.of(exchanges, texts(language), "redis");
					assertThat(diagram.steps()).hasSameSizeAs(exchanges);
					check(diagram);
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "memory", "redis" })
	void lifelinesAreNamedInFull(String place) {
		Exchange first = by(exchange("/", List.of()), "node 1", null);
		Exchange second = by(exchange("/", List.of()), "node 2", "1.1 balancer");
		Exchange third = by(exchange("/", List.of()), "node 3", null);
		for (Locale language : LANGUAGES) {
			for (List<Exchange> exchanges : List.of(List.of(first), List.of(first, second),
					List.of(first, second, third))) {
				assertThat(SequenceDiagram.of(exchanges, texts(language), place).lifelines())
					.flatExtracting((lifeline) -> lifeline.head().lines())
					.filteredOn((label) -> label.kind().equals("name") || !label.text().startsWith("1.1"))
					.allMatch((label) -> label.full() == null)
					.anyMatch((label) -> label.text().endsWith("node 1"));
			}
		}
	}

	private static List<String> names(SequenceDiagram diagram) {
		return diagram.lifelines().stream().map((lifeline) -> lifeline.head().lines().get(0).text()).toList();
	}

	private static List<Integer> way(SequenceDiagram.Step step, String kind) {
		List<Integer> way = new ArrayList<>();
		step.arrows().stream().filter((arrow) -> arrow.kind().equals(kind)).forEach((arrow) -> {
			assertThat(way.isEmpty() || way.get(way.size() - 1) == arrow.from()).isTrue();
			way.add(arrow.from());
			way.add(arrow.to());
		});
		return way.stream().distinct().toList();
	}

	@Test
	void oneServerWithoutABalancerStandsAlone() {
		assertThat(names(draw(exchange("/", List.of())))).containsExactly("Your browser", "BillPay", "Session store");
		assertThat(names(draw(by(exchange("/", List.of()), "node 1", null)))).containsExactly("Your browser",
				"BillPay, node 1", "Session store");
	}

	@Test
	void behindABalancerARequestGoesThroughItToTheNodeThatAnswers() {
		List<SessionStoreCall> calls = List.of(new SessionStoreCall(SessionStoreCall.Kind.FOUND, "#1111", null));
		SequenceDiagram diagram = draw(by(exchange("/a", calls), "node 2", "1.1 balancer"),
				by(exchange("/b", calls), "node 1", "1.1 balancer"), by(exchange("/c", calls), "node 1", null));
		check(diagram);
		assertThat(names(diagram)).containsExactly("Your browser", "Balancer", "node 1", "node 2", "Session store");
		assertThat(diagram.lifelines().get(1).head().lines()).extracting(Label::text).contains("1.1 balancer");
		List<Integer> lines = diagram.lifelines().stream().map(SequenceDiagram.Lifeline::x).toList();
		assertThat(lines).isSorted();
		List<SequenceDiagram.Step> steps = diagram.steps();
		assertThat(steps).extracting(SequenceDiagram.Step::server)
			.containsExactly(lines.get(3), lines.get(2), lines.get(2));
		assertThat(way(steps.get(0), "request")).containsExactly(lines.get(0), lines.get(1), lines.get(3) - 6);
		assertThat(way(steps.get(0), "response")).containsExactly(lines.get(3) - 6, lines.get(1), lines.get(0));
		assertThat(way(steps.get(0), "found ask")).containsExactly(lines.get(3) + 6, lines.get(4));
		assertThat(way(steps.get(1), "request")).containsExactly(lines.get(0), lines.get(1), lines.get(2) - 6);
		assertThat(way(steps.get(1), "found reply")).containsExactly(lines.get(4), lines.get(2) + 6);
		assertThat(way(steps.get(2), "request")).containsExactly(lines.get(0), lines.get(2) - 6);
	}

	@Test
	void nodesShareTheRoomHoweverManyThereAre() {
		Exchange exchange = exchange("/", List.of());
		SequenceDiagram three = draw(by(exchange, "a", "1.1 balancer"), by(exchange, "c", "1.1 balancer"),
				by(exchange, "b", "1.1 balancer"));
		assertThat(names(three)).containsExactly("Your browser", "Balancer", "a", "b", "c", "Session store");
		SequenceDiagram five = draw(
				IntStream.range(1, 6).mapToObj((i) -> by(exchange, "node " + i, null)).toArray(Exchange[]::new));
		assertThat(names(five)).containsExactly("Your browser", "node 1", "node 2", "node 3", "node 4", "node 5",
				"Session store");
		check(five);
	}

	@Test
	void linesBeyondTheLimitAreCountedAndTakeNoRoom() {
		List<SetCookie> cookies = Collections.nCopies(9, new SetCookie("A", "b", List.of("Max-Age=1"), false));
		List<AttributeChange> changes = Collections.nCopies(9,
				new AttributeChange(AttributeChange.Kind.ADDED, new SessionAttribute("a", "b"), null));
		SequenceDiagram.Step few = draw(
				exchange("/", List.of(), List.of(), changes.subList(0, 3), cookies.subList(0, 3), null, null))
			.steps()
			.get(0);
		SequenceDiagram.Step many = draw(exchange("/", List.of(), List.of(), changes, cookies, null, null)).steps()
			.get(0);
		assertThat(many.height()).isEqualTo(few.height());
		assertThat(many.note().lines()).extracting(Label::text).containsExactly("+ a", "+ a", "and 7 more");
		assertThat(texts(many, "more")).containsExactly("and 7 more");
	}

	@Test
	void theSessionsCookieIsShownHoweverManyComeBeforeIt() {
		SetCookie other = new SetCookie("A", "b", List.of("Max-Age=1"), false);
		SequenceDiagram.Step step = draw(exchange("/", List.of(), List.of(), List.of(),
				List.of(other, other, other, new SetCookie("BILLPAY_SESSION", "#1111", List.of("Path=/"), false)), null,
				null))
			.steps()
			.get(0);
		assertThat(texts(step, "set-cookie")).first().isEqualTo("Set-Cookie: BILLPAY_SESSION=#1111");
	}

	@Test
	void theShortestConversationsAreDrawnAsWell() {
		check(draw());
		check(draw(exchange("/", List.of())));
		for (SessionStoreCall.Kind kind : SessionStoreCall.Kind.values()) {
			check(draw(exchange("/", List.of(new SessionStoreCall(kind, "#1111", "#0000")))));
		}
	}

	private static void check(SequenceDiagram diagram) {
		Map<String, Rectangle> heads = new LinkedHashMap<>();
		diagram.lifelines().forEach((lifeline) -> box(lifeline.head(), heads));
		Rectangle names = new Rectangle(0, 0, diagram.width(), diagram.height());
		heads.forEach((what, area) -> assertThat(names.contains(area)).as(what).isTrue());
		apart(heads);
		for (SequenceDiagram.Step step : diagram.steps()) {
			Map<String, Rectangle> texts = new LinkedHashMap<>();
			step.labels().forEach((label) -> texts.put(label + " " + texts.size(), areaOf(label)));
			if (step.note() != null) {
				box(step.note(), texts);
			}
			Rectangle bar = new Rectangle(step.server() - 6, step.from(), 12, step.to() - step.from());
			diagram.lifelines().forEach((line) -> {
				texts.values().forEach((area) -> assertThat(crosses(area, line)).as("%s: %s", area, line).isFalse());
				step.arrows()
					.forEach((arrow) -> assertThat(crosses(areaOf(arrow), line) && !line.kind().equals("server")
							&& !line.kind().equals("balancer"))
						.as("%s: %s", arrow, line)
						.isFalse());
				assertThat(crosses(bar, line)).isEqualTo(line.x() == step.server());
			});
			Map<String, Rectangle> all = new LinkedHashMap<>(texts);
			step.arrows().forEach((arrow) -> all.put(arrow.toString(), areaOf(arrow)));
			all.put("bar", bar);
			Rectangle picture = new Rectangle(0, 0, diagram.width(), step.height());
			all.forEach((what, area) -> assertThat(picture.contains(area)).as(what).isTrue());
			apart(all);
		}
	}

	private static boolean crosses(Rectangle area, SequenceDiagram.Lifeline line) {
		return area.x < line.x() && area.x + area.width > line.x() + 1;
	}

	private static void box(SequenceDiagram.Box box, Map<String, Rectangle> taken) {
		Rectangle frame = new Rectangle(box.x(), box.y(), box.width(), box.height());
		Map<String, Rectangle> lines = new LinkedHashMap<>();
		box.lines().forEach((line) -> lines.put(line + " " + lines.size(), areaOf(line)));
		lines.forEach((what, area) -> assertThat(frame.contains(area)).as(what).isTrue());
		apart(lines);
		taken.put(box + " " + taken.size(), frame);
	}

	private static void apart(Map<String, Rectangle> areas) {
		List<String> names = List.copyOf(areas.keySet());
		for (int i = 0; i < names.size(); i++) {
			for (int j = i + 1; j < names.size(); j++) {
				assertThat(areas.get(names.get(i)).intersects(areas.get(names.get(j))))
					.as("%s lies on %s", names.get(i), names.get(j))
					.isFalse();
			}
		}
	}

	/**
	 * From the top of a capital to the end of a descender.
	 */
	private static Rectangle areaOf(Label label) {
		return new Rectangle(label.left(), label.y() - label.size() * 3 / 4, Math.max(label.width(), 1), label.size());
	}

	private static Rectangle areaOf(SequenceDiagram.Arrow arrow) {
		return new Rectangle(Math.min(arrow.from(), arrow.to()), arrow.y() - 2, Math.abs(arrow.to() - arrow.from()), 4);
	}

}
