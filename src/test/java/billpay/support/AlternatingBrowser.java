package billpay.support;

import java.util.List;

/**
 * A browser whose requests go to one node after the other, as a balancer without a memory
 * sends them.
 */
public final class AlternatingBrowser extends HttpBrowser {

	private final List<String> nodes;

	private int turn;

	/**
	 * Creates a browser with no cookies.
	 * @param nodes scheme, host, port and context path of each node
	 */
	public AlternatingBrowser(List<String> nodes) {
		super(nodes.get(0));
		this.nodes = List.copyOf(nodes);
	}

	@Override
	protected String base() {
		return this.nodes.get(this.turn % this.nodes.size());
	}

	@Override
	public Page send(String method, String path, String body) {
		this.turn++;
		return super.send(method, path, body);
	}

	/**
	 * Lets the next request go to another node than it would.
	 */
	public void skip() {
		this.turn++;
	}

}
