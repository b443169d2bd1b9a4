package billpay.serverview.diagram;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import billpay.cookies.SentCookie;
import billpay.serverview.conversation.Change;
import billpay.serverview.conversation.Exchange;
import billpay.serverview.conversation.SessionStoreCall;
import billpay.serverview.diagram.SequenceDiagram.Arrow;
import billpay.serverview.diagram.SequenceDiagram.Box;
import billpay.serverview.diagram.SequenceDiagram.Step;
import org.jspecify.annotations.Nullable;

/**
 * Lays out one request. Browser and server speak in the left half, server and store in
 * the right one, each going down on its own; the answer comes below both.
 */
final class StepLayout {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

	/** From one line of text to the next. */
	private static final int LINE = 21;

	/** From one arrow to the next. */
	private static final int ARROW = 32;

	/** From an arrow up to the text above it. */
	private static final int ABOVE = 8;

	private static final int MARGIN = 14;

	/** From a lifeline to the texts beside it: more than an arrow's head. */
	private static final int BESIDE = 22;

	/** Half the width of the bar that shows the server at work. */
	private static final int BAR = 6;

	private static final int MAX_LINES = 5;

	private static final Map<Change.Kind, String> SIGNS = Map.of(Change.Kind.ADDED, "+ ", Change.Kind.CHANGED, "~ ",
			Change.Kind.REMOVED, "- ");

	private static final int LEFT = SequenceDiagram.BROWSER + BESIDE;

	private static final int RIGHT = SequenceDiagram.SERVER + BESIDE;

	private static final int LEFT_ROOM = SequenceDiagram.SERVER - BESIDE - LEFT;

	private static final int RIGHT_ROOM = SequenceDiagram.STORE - BESIDE - RIGHT;

	private final int number;

	private final int top;

	private final ExchangeSentences sentences;

	private final List<Arrow> arrows = new ArrayList<>();

	private final List<Label> labels = new ArrayList<>();

	/** How far down the left half is written. */
	private int left;

	/** How far down the right half is written. */
	private int right;

	StepLayout(int number, int top, ExchangeSentences sentences) {
		this.number = number;
		this.top = top;
		this.sentences = sentences;
	}

	Step layOut(Exchange exchange) {
		this.left = this.top + MARGIN;
		headlines(exchange);
		int from = request(exchange);
		this.right = from;
		exchange.calls().stream().limit(exchange.readCalls()).forEach(this::call);
		Box note = note(exchange);
		exchange.calls().stream().skip(exchange.readCalls()).forEach(this::call);
		int to = answer(exchange);
		return new Step(this.number, (exchange.experiment() != null) ? "experiment" : "plain", this.top,
				this.left + MARGIN - this.top, from - BAR, to + BAR, this.arrows, this.labels, note);
	}

	private void headlines(Exchange exchange) {
		String experiment = this.sentences.experiment(exchange);
		if (experiment != null) {
			below("experiment", experiment);
			this.left += ABOVE;
		}
		if (exchange.calls().stream().anyMatch((call) -> call.kind() == SessionStoreCall.Kind.MOVED)) {
			below("moved", this.sentences.text("server-view.picture.moved"));
			this.left += ABOVE;
		}
	}

	private int request(Exchange exchange) {
		this.left += LINE;
		int x = SequenceDiagram.EDGE + MARGIN;
		int room = SequenceDiagram.BROWSER - MARGIN - x;
		this.labels.add(Label.at("number", x, this.left, Label.LARGE, Integer.toString(this.number), room));
		this.labels.add(Label.at("time", x, this.left + LINE, Label.SMALL, TIME.format(exchange.at()), room));
		write("request", exchange.request().what());
		int y = this.left + ABOVE;
		this.arrows.add(new Arrow("request", SequenceDiagram.BROWSER, SequenceDiagram.SERVER - BAR, y));
		this.left = y;
		List<SentCookie> temporary = exchange.cookies()
			.stream()
			.filter((cookie) -> cookie.kind() == SentCookie.Kind.TEMPORARY)
			.toList();
		if (temporary.isEmpty()) {
			below("no-cookie", this.sentences.text("server-view.picture.no-cookie"));
		}
		temporary.stream().limit(MAX_LINES).forEach((cookie) -> below("cookie", "Cookie: " + cookie.text()));
		return y;
	}

	private void below(String kind, String text) {
		this.left += LINE;
		write(kind, text);
	}

	private void write(String kind, String text) {
		this.labels.add(Label.at(kind, LEFT, this.left, Label.NORMAL, text, LEFT_ROOM));
	}

	private void call(SessionStoreCall call) {
		String kind = call.kind().key();
		String key = "server-view.picture.call." + kind;
		acrossTheRight(kind + " ask", this.sentences.text(key, call.session(), String.valueOf(call.before())),
				SequenceDiagram.SERVER + BAR, SequenceDiagram.STORE);
		if (call.kind().reads() || call.kind() == SessionStoreCall.Kind.REFUSED) {
			acrossTheRight(kind + " reply", this.sentences.text(key + ".reply"), SequenceDiagram.STORE,
					SequenceDiagram.SERVER + BAR);
		}
	}

	private void acrossTheRight(String kind, String text, int from, int to) {
		this.right += ARROW;
		this.labels.add(Label.at(kind, RIGHT, this.right - ABOVE, Label.NORMAL, text, RIGHT_ROOM));
		this.arrows.add(new Arrow(kind, from, to, this.right));
	}

	private @Nullable Box note(Exchange exchange) {
		if (exchange.changes().isEmpty()) {
			return null;
		}
		int y = this.right + MARGIN;
		this.right = y;
		List<Label> lines = new ArrayList<>();
		exchange.changes()
			.stream()
			.limit(MAX_LINES)
			.forEach((change) -> lines
				.add(noted(change.kind().key(), SIGNS.get(change.kind()) + change.attribute().shortName())));
		if (exchange.changes().size() > MAX_LINES) {
			lines.add(noted("more",
					this.sentences.text("server-view.picture.more", exchange.changes().size() - MAX_LINES)));
		}
		this.right += ABOVE;
		return new Box("note", RIGHT, y, RIGHT_ROOM, this.right - y, lines);
	}

	private Label noted(String kind, String text) {
		this.right += LINE;
		return Label.at(kind, RIGHT + BAR, this.right, Label.NORMAL, text, RIGHT_ROOM - 2 * BAR);
	}

	private int answer(Exchange exchange) {
		Exchange.Answer answer = exchange.answer();
		int y = Math.max(this.left + LINE + ABOVE, this.right + MARGIN);
		this.left = y - ABOVE;
		write((answer.status() >= 400) ? "answer failed" : "answer", answer.statusLine());
		this.left = y;
		this.arrows.add(new Arrow("answer", SequenceDiagram.SERVER - BAR, SequenceDiagram.BROWSER, y));
		if (answer.title() != null) {
			below("page", answer.title());
		}
		if (answer.location() != null) {
			below("location", "Location: " + answer.location());
		}
		answer.setCookies()
			.stream()
			.limit(MAX_LINES)
			.forEach((cookie) -> below("set-cookie", this.sentences.setCookieShort(cookie)));
		if (answer.setCookies().size() > MAX_LINES) {
			below("more", this.sentences.text("server-view.picture.more", answer.setCookies().size() - MAX_LINES));
		}
		return y;
	}

}
