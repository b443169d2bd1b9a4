package billpay.serverview.diagram;

import java.awt.Rectangle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.conversation.Change;
import billpay.serverview.conversation.Exchange;
import billpay.serverview.conversation.Experiment;
import billpay.serverview.conversation.SessionAttribute;
import billpay.serverview.conversation.SessionStoreCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where everything stands in the picture of a conversation.
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
		return SequenceDiagram.of(List.of(exchanges), texts(Locale.ENGLISH), "memory", null);
	}

	private static Exchange exchange(String target, List<SessionStoreCall> calls) {
		return exchange(target, calls, List.of(), List.of(), List.of(), null, null);
	}

	private static Exchange exchange(String target, List<SessionStoreCall> calls, List<SentCookie> cookies,
			List<Change> changes, List<SetCookie> setCookies, @Nullable String location,
			@Nullable Experiment experiment) {
		Exchange.RequestLine request = new Exchange.RequestLine("GET", target, "HTTP/1.1", null, List.of(), null, true,
				List.of());
		Exchange.Answer answer = new Exchange.Answer((location != null) ? 303 : 200, location, setCookies, target, null,
				List.of());
		return new Exchange(Instant.EPOCH, request, cookies, null, null, calls, changes, answer, experiment);
	}

	private static Exchange fullOf(String text) {
		List<SessionStoreCall> calls = new ArrayList<>();
		List<Change> changes = new ArrayList<>();
		for (SessionStoreCall.Kind kind : SessionStoreCall.Kind.values()) {
			calls.add(new SessionStoreCall(kind, text, text));
		}
		for (int i = 0; i < 20; i++) {
			for (Change.Kind kind : Change.Kind.values()) {
				changes.add(new Change(kind, new SessionAttribute(text, text), text));
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
			assertThat(arrows.get(0).to()).as("asks").isEqualTo(SequenceDiagram.STORE);
			assertThat(arrows.stream().skip(1)).as("answers")
				.allMatch((arrow) -> arrow.from() == SequenceDiagram.STORE && arrow.to() < arrow.from());
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
		assertThat(diagram.steps()).extracting(SequenceDiagram.Step::number).containsExactly(1, 2);
		assertThat(diagram.steps().get(0).arrows()).extracting(SequenceDiagram.Arrow::kind)
			.containsExactly("request", "found ask", "found reply", "saved ask", "found ask", "found reply", "answer");
		assertThat(diagram.steps().stream().flatMap((step) -> step.arrows().stream()))
			.extracting(SequenceDiagram.Arrow::y)
			.isSorted()
			.doesNotHaveDuplicates();
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
	void whatTheRequestChangedStandsBetweenTheLookUpAndTheSave() {
		SequenceDiagram.Step step = draw(exchange("/lookup",
				List.of(new SessionStoreCall(SessionStoreCall.Kind.FOUND, "#1111", null),
						new SessionStoreCall(SessionStoreCall.Kind.SAVED, "#1111", null)),
				List.of(),
				List.of(new Change(Change.Kind.ADDED, new SessionAttribute("phoneNumber", "1"), null),
						new Change(Change.Kind.CHANGED, new SessionAttribute("cart", "2"), "1"),
						new Change(Change.Kind.REMOVED, new SessionAttribute("a.b.TOKEN", null), null)),
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
		assertThat(label.text()).startsWith("GET /long/").endsWith("…").hasSizeLessThan(50);
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
				SequenceDiagram diagram = SequenceDiagram.of(Collections.nCopies(30, full), texts(language), "redis",
						letters.repeat(length));
				assertThat(diagram.steps()).hasSize(30);
				check(diagram);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "memory", "redis" })
	void whoTakesPartIsNamedInFull(String place) {
		for (Locale language : LANGUAGES) {
			assertThat(SequenceDiagram.of(List.of(), texts(language), place, "node 1").lifelines())
				.flatExtracting(SequenceDiagram.Lifeline::heads)
				.flatExtracting(SequenceDiagram.Box::lines)
				.allMatch((label) -> label.full() == null)
				.anyMatch((label) -> label.text().endsWith("node 1"));
		}
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
		Map<String, Rectangle> taken = new LinkedHashMap<>();
		for (SequenceDiagram.Lifeline lifeline : diagram.lifelines()) {
			lifeline.heads().forEach((head) -> box(head, taken));
		}
		for (SequenceDiagram.Step step : diagram.steps()) {
			Map<String, Rectangle> inStep = new LinkedHashMap<>();
			step.labels().forEach((label) -> inStep.put(label + " " + inStep.size(), areaOf(label)));
			step.arrows().forEach((arrow) -> inStep.put(arrow.toString(), areaOf(arrow)));
			if (step.note() != null) {
				box(step.note(), inStep);
			}
			inStep.put("bar", new Rectangle(SequenceDiagram.SERVER - 6, step.from(), 12, step.to() - step.from()));
			diagram.lifelines()
				.forEach((line) -> inStep.values()
					.forEach((area) -> assertThat(area.x < line.x() && area.x + area.width > line.x() + 1)
						.as("%s crosses %s", area, line.kind())
						.isEqualTo(line.kind().equals("server") && area == inStep.get("bar"))));
			Rectangle band = new Rectangle(SequenceDiagram.EDGE, step.top(), diagram.width() - 2 * SequenceDiagram.EDGE,
					step.height());
			inStep.forEach((what, area) -> assertThat(band.contains(area)).as(what).isTrue());
			apart(inStep);
			taken.put("step " + step.number(), band);
		}
		Rectangle picture = new Rectangle(0, 0, diagram.width(), diagram.height());
		taken.forEach((what, area) -> assertThat(picture.contains(area)).as(what).isTrue());
		apart(taken);
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
