package billpay.serverview.diagram;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.diagram.SequenceDiagram.Arrow;
import billpay.serverview.diagram.SequenceDiagram.Step;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedResponse;

/**
 * Lays out one request. What browser and server say stands beside the browser's line,
 * what server and store say beside the store's ({@link StoreLayout}), each going down on
 * its own; the response comes below both.
 */
final class StepLayout {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

	/** From one line of text to the next. */
	static final int LINE = 18;

	/** From an arrow up to the text above it. */
	static final int ABOVE = 6;

	/** Half the width of the bar that shows the server at work. */
	static final int BAR = 6;

	/** The most lines of one kind; {@link ExchangeDescription} has them all. */
	static final int MAX_LINES = 3;

	private static final int MARGIN = 10;

	private final Lifelines lifelines;

	private final ExchangeSentences sentences;

	private final List<Arrow> arrows = new ArrayList<>();

	private final List<Label> labels = new ArrayList<>();

	private int server;

	/** How far down it is written. */
	private int left;

	StepLayout(Lifelines lifelines, ExchangeSentences sentences) {
		this.lifelines = lifelines;
		this.sentences = sentences;
	}

	Step layOut(Exchange exchange) {
		List<Integer> way = this.lifelines.way(exchange);
		this.server = way.get(way.size() - 1);
		if (exchange.request().otherBrowser()) {
			below("experiment", this.sentences.text("server-view.picture.other-browser"));
		}
		String experiment = this.sentences.experiment(exchange);
		if (experiment != null) {
			below("experiment", experiment);
		}
		int from = request(exchange, way);
		StoreLayout store = new StoreLayout(from, this.server, this.lifelines, this.sentences);
		store.layOut(exchange);
		this.arrows.addAll(store.arrows());
		this.labels.addAll(store.labels());
		int to = response(exchange.response(), way, store.end());
		return new Step(exchange.number(), (experiment != null) ? "experiment" : "plain", this.left + MARGIN,
				this.server, from - BAR, to + BAR, this.arrows, this.labels, store.note());
	}

	private int request(Exchange exchange, List<Integer> way) {
		this.left += LINE;
		margin("number", Label.LARGE, this.left, Integer.toString(exchange.number()));
		margin("time", Label.SMALL, this.left + LINE, TIME.format(exchange.at()));
		write("request", exchange.request().what());
		this.left += ABOVE;
		int y = this.left;
		for (int i = 1; i < way.size(); i++) {
			this.arrows.add(new Arrow("request", way.get(i - 1), beside(way.get(i), -BAR), y));
		}
		List<SentCookie> temporary = exchange.request()
			.cookies()
			.stream()
			.filter((cookie) -> cookie.kind() == SentCookie.Kind.TEMPORARY)
			.toList();
		if (temporary.isEmpty()) {
			below("no-cookie", this.sentences.text("server-view.picture.no-cookie"));
		}
		temporary.stream().limit(MAX_LINES).forEach((cookie) -> below("cookie", "Cookie: " + cookie.text()));
		return y;
	}

	// The server's line is covered by its bar.
	private int beside(int line, int bar) {
		return (line == this.server) ? line + bar : line;
	}

	private void margin(String kind, int size, int y, String text) {
		this.labels.add(Label.at(kind, MARGIN, y, size, text, Lifelines.BROWSER - 2 * MARGIN));
	}

	private void below(String kind, String text) {
		this.left += LINE;
		write(kind, text);
	}

	private Label write(String kind, String text) {
		Label label = Label.at(kind, this.lifelines.left(), this.left, Label.NORMAL, text, this.lifelines.leftRoom());
		this.labels.add(label);
		return label;
	}

	private int response(RecordedResponse response, List<Integer> way, int storeEnd) {
		int y = Math.max(this.left + LINE + ABOVE + ABOVE / 2, storeEnd);
		this.left = y - ABOVE;
		Label status = write((response.status() >= 400) ? "response failed" : "response", response.statusLine());
		this.left = y;
		for (int i = way.size() - 1; i > 0; i--) {
			this.arrows.add(new Arrow("response", beside(way.get(i), -BAR), way.get(i - 1), y));
		}
		if (response.title() != null) {
			after(status, "page", response.title());
		}
		if (response.location() != null) {
			after(status, "location", "Location: " + response.location());
		}
		setCookies(response.setCookies());
		return y;
	}

	// In the same line when there is room, and when it is not taken.
	private void after(Label first, String kind, String text) {
		int x = first.x() + first.width() + MARGIN;
		Label label = Label.at(kind, x, first.y(), Label.NORMAL, text,
				this.lifelines.left() + this.lifelines.leftRoom() - x);
		if (label.full() == null && this.labels.get(this.labels.size() - 1) == first) {
			this.labels.add(label);
		}
		else {
			below(kind, text);
		}
	}

	// The session's first.
	private void setCookies(List<SetCookie> cookies) {
		int shown = (cookies.size() > MAX_LINES) ? MAX_LINES - 1 : cookies.size();
		cookies.stream()
			.sorted(Comparator.comparing(SetCookie::hasMaxAge))
			.limit(shown)
			.forEach((cookie) -> below("set-cookie", this.sentences.setCookieShort(cookie)));
		if (cookies.size() > shown) {
			below("more", this.sentences.text("server-view.more", cookies.size() - shown));
		}
	}

}
