package billpay.serverview;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * A browser that writes down what really happens at each of its requests: what it sends,
 * what comes back, and what the store holds of its session before and after. Nothing in
 * it is asked of the server view. Like a real browser it says which page it comes from.
 */
final class WatchedBrowser extends HttpBrowser {

	/** The longest that any session lives, see design: the session contract. */
	private static final Duration ABSOLUTE = Duration.ofHours(8);

	private final String base;

	private final SessionRepository<? extends Session> store;

	private final List<Happened> all = new ArrayList<>();

	private @Nullable String shown;

	WatchedBrowser(String base, SessionRepository<? extends Session> store) {
		super(base);
		this.base = base;
		this.store = store;
	}

	@Override
	public Page send(String method, String path, String body) {
		Map<String, String> sent = new LinkedHashMap<>(cookies());
		String referer = this.shown;
		if (referer != null) {
			with("Referer", this.base + referer);
		}
		Held before = held(sent.get("BILLPAY_SESSION"));
		Page page = super.send(method, path, body);
		Held after = held(idAfter(sent.get("BILLPAY_SESSION"), page));
		this.all.add(new Happened(method, path, referer, fieldsIn(body), body.contains("experiment=expire"), sent, page,
				before, after));
		if (page.status() / 100 != 3) {
			this.shown = path;
		}
		return page;
	}

	private static List<String> fieldsIn(String body) {
		return (body.isEmpty()) ? List.of()
				: Arrays.stream(body.split("&"))
					.map((field) -> URLDecoder.decode(field.split("=")[0], StandardCharsets.UTF_8))
					.toList();
	}

	/**
	 * By which id the server finds the session from now on. A browser that is told to
	 * forget it leaves it where it is.
	 */
	private static @Nullable String idAfter(@Nullable String sent, Page page) {
		String setCookie = page.setCookie("BILLPAY_SESSION");
		String set = (setCookie.isEmpty()) ? ""
				: setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
		return (set.isEmpty()) ? sent : set;
	}

	private @Nullable Held held(@Nullable String id) {
		Session session = (id != null) ? this.store.findById(id) : null;
		if (session == null) {
			return null;
		}
		Map<String, Object> attributes = new TreeMap<>();
		session.getAttributeNames().forEach((name) -> attributes.put(name, session.getAttribute(name)));
		Instant idle = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
		Instant absolute = session.getCreationTime().plus(ABSOLUTE);
		return new Held(id, session.getCreationTime(), (idle.isBefore(absolute)) ? idle : absolute, attributes);
	}

	/**
	 * The requests so far.
	 * @return the first to come first
	 */
	List<Happened> all() {
		return this.all;
	}

	/**
	 * The last request and the redirects that have led to it. Of a browser that has no
	 * token and is not given one nothing is kept that could be shown later.
	 * @return in their order
	 */
	List<Happened> lastAndWhatLedToIt() {
		int first = this.all.size() - 1;
		while (first > 0
				&& this.all.get(first).path().equals(this.all.get(first - 1).answer().location().split("#", 2)[0])
				&& (this.all.get(first - 1).sent().containsKey("BILLPAY_SERVER_VIEW")
						|| !this.all.get(first - 1).answer().setCookie("BILLPAY_SERVER_VIEW").isEmpty())) {
			first--;
		}
		return this.all.subList(first, this.all.size());
	}

	/**
	 * One request.
	 *
	 * @param method its method
	 * @param path what it asked for
	 * @param referer the page it came from, {@code null} when it did not say
	 * @param fields the names of its form's fields
	 * @param expires whether it was to set the session's time to nothing
	 * @param sent the cookies that it carried
	 * @param answer what came back
	 * @param before what the store held of its session before, {@code null} when nothing
	 * @param after what the store held of its session afterwards, {@code null} when
	 * nothing
	 */
	record Happened(String method, String path, @Nullable String referer, List<String> fields, boolean expires,
			Map<String, String> sent, Page answer, @Nullable Held before, @Nullable Held after) {

		@Nullable String sentId() {
			return this.sent.get("BILLPAY_SESSION");
		}

	}

	/**
	 * What the store holds of a session.
	 *
	 * @param id its id
	 * @param began when it began
	 * @param ends when it ends if nobody asks for it again
	 * @param attributes its attributes by name
	 */
	record Held(String id, Instant began, Instant ends, Map<String, Object> attributes) {
	}

}
