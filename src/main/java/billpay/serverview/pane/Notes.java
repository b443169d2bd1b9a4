package billpay.serverview.pane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.serverview.conversation.Conversation;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Field;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.pane.ExchangeView.Line;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * What is worth a remark about a page's request, on top of the pane.
 */
final class Notes {

	private static final int MAX_OF_OTHER_BROWSER = 4;

	private static final int MAX_ORPHANS = 2;

	private final Exchange page;

	private final MessageSourceAccessor messages;

	Notes(Exchange page, MessageSourceAccessor messages) {
		this.page = page;
		this.messages = messages;
	}

	List<Line> lines(@Nullable String node, Set<String> readOnlyPaths, String contextPath, List<Exchange> exchanges,
			List<Exchange> sentByOther) {
		List<Line> lines = new ArrayList<>();
		if (node != null) {
			lines.add(new Line("node", node));
		}
		if (comesWithoutCookies(readOnlyPaths, contextPath)) {
			lines.add(new Line("blocked", text("blocked")));
		}
		exchanges.stream().filter(Notes::paysAgain).map(this::paidAlready).forEach(lines::add);
		if (this.page.request().otherBrowser() && !this.page.storeFailed()) {
			lines.add(new Line("other-browser", text((this.page.before() != null) ? "taken-over" : "locked-out")));
		}
		if (!sentByOther.isEmpty()) {
			lines.add(new Line("other-browser",
					text("other-browser") + sentByOther.stream()
						.map((exchange) -> "\n" + exchange.request().what() + " → " + exchange.response().status())
						.collect(Collectors.joining())));
		}
		return lines;
	}

	// The shop says so in the message for the next page.
	private static boolean paysAgain(Exchange exchange) {
		return exchange.response().location() != null && cartOf(exchange) != null
				&& exchange.changes()
					.stream()
					.map(AttributeChange::attribute)
					.anyMatch((attribute) -> attribute.isFlash() && attribute.value() != null
							&& attribute.value().contains("notice.paid-already"));
	}

	private static @Nullable String cartOf(Exchange exchange) {
		return Stream.ofNullable(exchange.request().form())
			.flatMap((form) -> form.fields().stream())
			.filter((field) -> field.name().equals("cart") && field.value() != null)
			.map(Field::text)
			.findFirst()
			.orElse(null);
	}

	private Line paidAlready(Exchange exchange) {
		String payment = exchange.response().location().replaceFirst(".*/", "");
		return new Line("paid-already",
				this.messages.getMessage("server-view.note.paid-already", new Object[] { cartOf(exchange), payment }));
	}

	// All other pages of ours have set a cookie at the latest with the response before
	// this request.
	private boolean comesWithoutCookies(Set<String> readOnlyPaths, String contextPath) {
		String referer = this.page.request().referer();
		return referer != null && referer.startsWith(contextPath + "/") && this.page.request().isFromStranger()
				&& !readOnlyPaths.contains(referer.substring(contextPath.length()).split("\\?", 2)[0]);
	}

	// The latest, since this browser has shown a page.
	static List<Exchange> sentByOther(Conversation conversation, List<Exchange> leadingHere, boolean otherBrowser) {
		List<Exchange> others = new ArrayList<>();
		List<Exchange> exchanges = conversation.exchanges();
		for (int i = exchanges.size() - 1; i >= 0 && others.size() < MAX_OF_OTHER_BROWSER; i--) {
			Exchange exchange = exchanges.get(i);
			if (exchange.request().otherBrowser() != otherBrowser) {
				others.add(exchange);
			}
			else if (!leadingHere.contains(exchange)) {
				break;
			}
		}
		Collections.reverse(others);
		return others;
	}

	// The latest sessions that are still in the store after their cookie was forgotten.
	List<Countdown> orphans(Conversation conversation, String cookie, Instant now) {
		List<RecordedSession> orphans = conversation.orphans(cookie, now);
		return orphans.subList(Math.max(0, orphans.size() - MAX_ORPHANS), orphans.size())
			.stream()
			.map((session) -> Countdown.of(
					this.messages.getMessage("server-view.orphan", new Object[] { session.fingerprint() }), now,
					session.ends(), null,
					this.messages.getMessage("server-view.orphan.over", new Object[] { session.fingerprint() })))
			.toList();
	}

	private String text(String key) {
		return this.messages.getMessage("server-view.note." + key);
	}

}
