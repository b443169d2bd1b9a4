package billpay.serverview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import billpay.serverview.SequenceDiagram.Arrow;
import billpay.serverview.SequenceDiagram.Box;
import billpay.serverview.SequenceDiagram.Step;
import org.jspecify.annotations.Nullable;

/**
 * Draws one request. Browser and server speak in the left half, server and store in the
 * right one, each with a pen of its own that only goes down; the answer comes below both.
 */
final class StepDrawing {

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

	private static final int MOST_LINES = 5;

	private static final int LEFT = SequenceDiagram.BROWSER + BESIDE;

	private static final int RIGHT = SequenceDiagram.SERVER + BESIDE;

	private static final int LEFT_ROOM = SequenceDiagram.SERVER - BESIDE - LEFT;

	private static final int RIGHT_ROOM = SequenceDiagram.STORE - BESIDE - RIGHT;

	private final int number;

	private final int top;

	private final Texts.In texts;

	private final List<Arrow> arrows = new ArrayList<>();

	private final List<Label> labels = new ArrayList<>();

	/** How far down the left half is written. */
	private int left;

	/** How far down the right half is written. */
	private int right;

	/**
	 * Begins a drawing.
	 * @param number the request's place in the conversation
	 * @param top where it is to begin
	 * @param texts the sentences
	 */
	StepDrawing(int number, int top, Texts.In texts) {
		this.number = number;
		this.top = top;
		this.texts = texts;
	}

	Step draw(Exchange exchange) {
		this.left = this.top + MARGIN;
		headlines(exchange);
		int from = request(exchange);
		this.right = from;
		exchange.calls().stream().limit(exchange.readings()).forEach(this::call);
		Box note = note(exchange);
		exchange.calls().stream().skip(exchange.readings()).forEach(this::call);
		int to = answer(exchange);
		return new Step(this.number, (exchange.experiment() != null) ? "experiment" : "plain", this.top,
				this.left + MARGIN - this.top, from - BAR, to + BAR, this.arrows, this.labels, note);
	}

	private void headlines(Exchange exchange) {
		if (exchange.experiment() != null) {
			headline("experiment", this.texts.plain("picture.experiment",
					this.texts.plain("experiment." + exchange.experiment().key())));
		}
		if (exchange.calls().stream().anyMatch((call) -> call.kind() == StoreCall.Kind.MOVED)) {
			headline("moved", this.texts.plain("picture.moved"));
		}
	}

	private void headline(String kind, String text) {
		below(kind, text);
		this.left += ABOVE;
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
			below("no-cookie", this.texts.plain("picture.no-cookie"));
		}
		temporary.stream()
			.limit(MOST_LINES)
			.forEach((cookie) -> below("cookie", "Cookie: " + cookie.name() + "=" + cookie.value()));
		return y;
	}

	private void below(String kind, String text) {
		this.left += LINE;
		write(kind, text);
	}

	private void write(String kind, String text) {
		this.labels.add(Label.at(kind, LEFT, this.left, Label.NORMAL, text, LEFT_ROOM));
	}

	private void call(StoreCall call) {
		String kind = call.kind().style();
		String key = "picture.call." + kind;
		ask(kind, this.texts.plain(key, call.session(), String.valueOf(call.before())));
		if (call.kind().reads() || call.kind() == StoreCall.Kind.REFUSED) {
			reply(kind, this.texts.plain(key + ".reply"));
		}
	}

	private void ask(String kind, String text) {
		acrossTheRight(kind + " ask", text, SequenceDiagram.SERVER + BAR, SequenceDiagram.STORE);
	}

	private void reply(String kind, String text) {
		acrossTheRight(kind + " reply", text, SequenceDiagram.STORE, SequenceDiagram.SERVER + BAR);
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
			.limit(MOST_LINES)
			.forEach((change) -> lines
				.add(noted(change.kind().style(), signOf(change.kind()) + " " + change.attribute().shortName())));
		if (exchange.changes().size() > MOST_LINES) {
			lines.add(noted("more", this.texts.plain("picture.more", exchange.changes().size() - MOST_LINES)));
		}
		this.right += ABOVE;
		return new Box("note", RIGHT, y, RIGHT_ROOM, this.right - y, lines);
	}

	private Label noted(String kind, String text) {
		this.right += LINE;
		return Label.at(kind, RIGHT + BAR, this.right, Label.NORMAL, text, RIGHT_ROOM - 2 * BAR);
	}

	private static char signOf(Change.Kind kind) {
		return switch (kind) {
			case ADDED -> '+';
			case CHANGED -> '~';
			case REMOVED -> '-';
		};
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
		answer.setCookies().stream().limit(MOST_LINES).forEach(this::setCookie);
		if (answer.setCookies().size() > MOST_LINES) {
			below("more", this.texts.plain("picture.more", answer.setCookies().size() - MOST_LINES));
		}
		return y;
	}

	private void setCookie(SetCookie cookie) {
		if (cookie.forgets()) {
			below("set-cookie", this.texts.plain("picture.forget", cookie.name()));
		}
		else {
			below("set-cookie", this.texts.plain("picture.keep",
					(isFingerprint(cookie)) ? cookie.name() + "=" + cookie.value() : cookie.name()));
		}
	}

	// Of the session's cookie the value is the point of it; it has no lifetime.
	private static boolean isFingerprint(SetCookie cookie) {
		return cookie.value().startsWith("#") && !cookie.keepsFor();
	}

}
