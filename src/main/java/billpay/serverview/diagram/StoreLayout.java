package billpay.serverview.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import billpay.serverview.diagram.SequenceDiagram.Arrow;
import billpay.serverview.diagram.SequenceDiagram.Box;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.SessionStoreCall;
import org.jspecify.annotations.Nullable;

import static billpay.serverview.diagram.StepLayout.ABOVE;
import static billpay.serverview.diagram.StepLayout.BAR;
import static billpay.serverview.diagram.StepLayout.LINE;
import static billpay.serverview.diagram.StepLayout.MAX_LINES;

/**
 * Lays out what a request asks of the session store and does to the session. A call and
 * its reply share a line of text, above the arrows of both.
 */
final class StoreLayout {

	/** From an arrow down to what is below it. */
	private static final int BELOW = 10;

	private static final Map<AttributeChange.Kind, String> SIGNS = Map.of(AttributeChange.Kind.ADDED, "+ ",
			AttributeChange.Kind.CHANGED, "~ ", AttributeChange.Kind.REMOVED, "- ");

	private final int server;

	private final Lifelines lifelines;

	private final ExchangeSentences sentences;

	private final List<Arrow> arrows = new ArrayList<>();

	private final List<Label> labels = new ArrayList<>();

	private @Nullable Box note;

	/** How far down it is written. */
	private int y;

	StoreLayout(int from, int server, Lifelines lifelines, ExchangeSentences sentences) {
		this.y = from - ABOVE;
		this.server = server;
		this.lifelines = lifelines;
		this.sentences = sentences;
	}

	void layOut(Exchange exchange) {
		if (exchange.calls().stream().anyMatch((call) -> call.kind() == SessionStoreCall.Kind.MOVED)) {
			this.labels.add(Label.at("moved", this.lifelines.right(), this.y, Label.NORMAL,
					this.sentences.text("server-view.picture.moved"), this.lifelines.rightRoom()));
		}
		exchange.calls().stream().limit(exchange.readCalls()).forEach(this::call);
		this.note = note(exchange.changes());
		exchange.calls().stream().skip(exchange.readCalls()).forEach(this::call);
	}

	private void call(SessionStoreCall call) {
		String kind = call.kind().key();
		String key = "server-view.picture.call." + kind;
		boolean replied = call.kind().reads() || call.kind() == SessionStoreCall.Kind.REFUSED;
		int room = this.lifelines.rightRoom();
		this.y += LINE + ABOVE / 2;
		if (replied) {
			Label reply = Label.ending(kind + " reply", Lifelines.STORE - Lifelines.BESIDE, this.y, Label.NORMAL,
					this.sentences.text(key + ".reply"), room);
			this.labels.add(reply);
			room -= reply.width() + BELOW;
		}
		this.labels.add(Label.at(kind + " ask", this.lifelines.right(), this.y, Label.NORMAL,
				this.sentences.text(key, call.session(), String.valueOf(call.before())), room));
		this.y += ABOVE;
		this.arrows.add(new Arrow(kind + " ask", this.server + BAR, Lifelines.STORE, this.y));
		if (replied) {
			this.y += BELOW;
			this.arrows.add(new Arrow(kind + " reply", Lifelines.STORE, this.server + BAR, this.y));
		}
	}

	private @Nullable Box note(List<AttributeChange> changes) {
		if (changes.isEmpty()) {
			return null;
		}
		this.y += BELOW;
		int top = this.y;
		int shown = (changes.size() > MAX_LINES) ? MAX_LINES - 1 : changes.size();
		List<Label> lines = new ArrayList<>();
		changes.stream()
			.limit(shown)
			.forEach((change) -> lines
				.add(noted(change.kind().key(), SIGNS.get(change.kind()) + change.attribute().shortName())));
		if (changes.size() > shown) {
			lines.add(noted("more", this.sentences.text("server-view.more", changes.size() - shown)));
		}
		this.y += ABOVE;
		return new Box("note", this.lifelines.right(), top, this.lifelines.rightRoom(), this.y - top, lines);
	}

	private Label noted(String kind, String text) {
		this.y += LINE;
		return Label.at(kind, this.lifelines.right() + BAR, this.y, Label.NORMAL, text,
				this.lifelines.rightRoom() - 2 * BAR);
	}

	List<Arrow> arrows() {
		return this.arrows;
	}

	List<Label> labels() {
		return this.labels;
	}

	@Nullable Box note() {
		return this.note;
	}

	/**
	 * Where the response may come at the earliest.
	 * @return how far down it is
	 */
	int end() {
		return this.y + BELOW;
	}

}
