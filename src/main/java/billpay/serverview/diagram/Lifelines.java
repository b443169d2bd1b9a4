package billpay.serverview.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import billpay.serverview.diagram.SequenceDiagram.Box;
import billpay.serverview.diagram.SequenceDiagram.Lifeline;
import billpay.serverview.exchange.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * Who takes part in some requests, and where each one's line is: the browser, the
 * balancer if one has passed a request on, the nodes that have answered, and the session
 * store.
 */
final class Lifelines {

	static final int BROWSER = 100;

	static final int STORE = 1016;

	/** From a lifeline to the texts beside it: more than an arrow's head. */
	static final int BESIDE = 18;

	static final int HEAD = 46;

	private static final int EDGE = 4;

	private static final int PADDING = 2;

	private static final int WIDE = 300;

	private static final int NARROW = 100;

	/** Where the only server is. */
	private static final int SERVER = 640;

	/** Where the first of two is, and the first of more. */
	private static final int FIRST_OF_TWO = 540;

	private static final int FIRST = 452;

	private static final int LAST = 706;

	private final @Nullable String via;

	/** The names in their order, empty where nodes have none. */
	private final List<String> nodes;

	Lifelines(List<Exchange> exchanges) {
		this.via = exchanges.stream()
			.map((exchange) -> exchange.request().via())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		this.nodes = exchanges.stream().map(Lifelines::node).distinct().sorted().toList();
	}

	private static String node(Exchange exchange) {
		return Objects.requireNonNullElse(exchange.response().node(), "");
	}

	/**
	 * The lines that a request passes from the browser on.
	 * @param exchange the request
	 * @return where they are, the node that answered last
	 */
	List<Integer> way(Exchange exchange) {
		List<Integer> way = new ArrayList<>(List.of(BROWSER));
		if (exchange.request().via() != null) {
			way.add(between(0));
		}
		way.add(between(balancers() + this.nodes.indexOf(node(exchange))));
		return way;
	}

	int left() {
		return BROWSER + BESIDE;
	}

	int leftRoom() {
		return between(0) - BESIDE - left();
	}

	int right() {
		return between(count() - 1) + BESIDE;
	}

	int rightRoom() {
		return STORE - BESIDE - right();
	}

	private int balancers() {
		return (this.via != null) ? 1 : 0;
	}

	// All but browser and store.
	private int count() {
		return balancers() + Math.max(1, this.nodes.size());
	}

	private int between(int index) {
		if (count() == 1) {
			return SERVER;
		}
		int first = (count() == 2) ? FIRST_OF_TWO : FIRST;
		return first + (LAST - first) * index / (count() - 1);
	}

	List<Lifeline> named(MessageSourceAccessor messages, String place) {
		List<Lifeline> lines = new ArrayList<>();
		lines.add(line("browser", BROWSER, 2 * (BROWSER - EDGE), messages.getMessage("server-view.lifeline.browser"),
				messages.getMessage("server-view.lifeline.browser.does")));
		int width = (count() == 1) ? WIDE : between(1) - between(0) - EDGE;
		if (this.via != null) {
			lines.add(line("balancer", between(0), width,
					messages
						.getMessage("server-view.lifeline." + (this.via.endsWith(" balancer") ? "balancer" : "proxy")),
					this.via));
		}
		String server = messages.getMessage("server-view.lifeline.server");
		if (count() == 1) {
			lines.add(line("server", SERVER, width, onlyServer(server, messages),
					messages.getMessage("server-view.lifeline.server.does")));
		}
		else {
			for (String node : this.nodes) {
				lines.add(line("server", between(lines.size() - 1), width, (node.isEmpty()) ? server : node,
						(node.isEmpty() || width < NARROW) ? "" : server));
			}
		}
		lines.add(line("store", STORE, 2 * (SequenceDiagram.WIDTH - EDGE - STORE),
				messages.getMessage("server-view.lifeline.store"), messages.getMessage("server-view.store." + place)));
		return lines;
	}

	private String onlyServer(String server, MessageSourceAccessor messages) {
		String node = (this.nodes.isEmpty()) ? "" : this.nodes.get(0);
		return (node.isEmpty()) ? server : messages.getMessage("server-view.lifeline.node", new Object[] { node });
	}

	private static Lifeline line(String kind, int x, int width, String name, String does) {
		int size = (width < NARROW) ? Label.SMALL : Label.LARGE;
		int room = width - 2 * PADDING;
		return new Lifeline(kind, x,
				new Box("head", x - width / 2, EDGE, width, HEAD - EDGE,
						List.of(Label.centred("name", x, EDGE + 18, size, name, room),
								Label.centred("does", x, EDGE + 35, Label.SMALL, does, room))));
	}

}
