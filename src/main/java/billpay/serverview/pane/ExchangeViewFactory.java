package billpay.serverview.pane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.conversation.Change;
import billpay.serverview.conversation.Exchange;
import billpay.serverview.conversation.Field;
import billpay.serverview.conversation.RecordedSession;
import billpay.serverview.conversation.SessionStoreCall;
import billpay.serverview.pane.ExchangeView.Line;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * Makes the texts for the requests that have led to a page, in the page's language.
 */
final class ExchangeViewFactory {

	private final MessageSourceAccessor messages;

	private final Instant now;

	ExchangeViewFactory(MessageSourceAccessor messages, Instant now) {
		this.messages = messages;
		this.now = now;
	}

	List<ExchangeView> views(List<Exchange> exchanges) {
		List<ExchangeView> views = new ArrayList<>(exchanges.size());
		List<SentCookie> before = List.of();
		for (Exchange exchange : exchanges) {
			views.add(view(exchange, before, views.size() == exchanges.size() - 1));
			before = exchange.cookies();
		}
		return views;
	}

	private ExchangeView view(Exchange exchange, List<SentCookie> before, boolean last) {
		Exchange.RequestLine request = exchange.request();
		List<Line> answer = answer(exchange.answer());
		return new ExchangeView(request.what() + " " + request.protocol(), exchange.answer().statusLine(),
				(request.fields().isEmpty()) ? null
						: request.fields().stream().map(Field::text).collect(Collectors.joining(", ")),
				cookies(exchange.cookies(), before), calls(exchange),
				(last && exchange.after() != null) ? life(exchange.after(), exchange.before() == null) : null,
				changes(exchange.changes()), (answer.isEmpty()) ? null : answer);
	}

	private String text(String key) {
		return this.messages.getMessage("server-view." + key);
	}

	private String cookies(List<SentCookie> cookies, List<SentCookie> before) {
		if (cookies.isEmpty()) {
			return text("cookies-sent.none");
		}
		if (Set.copyOf(cookies).equals(Set.copyOf(before))) {
			return text("cookies-sent.same");
		}
		return cookies.stream()
			.map((cookie) -> cookie.text() + " " + text("kind." + cookie.kind().key()))
			.collect(Collectors.joining("\n"));
	}

	private List<Line> calls(Exchange exchange) {
		if (exchange.calls().isEmpty() && exchange.after() == null) {
			return List.of(new Line("none", text("session.none")));
		}
		return exchange.calls().stream().map(this::call).toList();
	}

	private Line call(SessionStoreCall call) {
		String kind = call.kind().key();
		String session = (call.before() != null) ? call.before() + " → " + call.session() : call.session();
		return new Line(kind, session + " " + text("call." + kind));
	}

	private Countdown life(RecordedSession session, boolean begins) {
		String age = text("session.age") + " " + Countdown.clock(Countdown.secondsBetween(session.began(), this.now))
				+ text("session.left");
		return Countdown.of((begins) ? text("session.begins") + " " + age : age, this.now, session.ends(),
				text("session.warning"), text("session.over"));
	}

	private List<Line> changes(List<Change> changes) {
		return (changes.isEmpty()) ? List.of(new Line("none", text("changes.none")))
				: changes.stream().map(this::change).toList();
	}

	private Line change(Change change) {
		String kind = change.kind().key();
		String text = text(kind) + " " + change.attribute().shortName();
		if (change.attribute().isFlash()) {
			text += " " + text("flash");
			// It is removed again by the end of the page that it is for.
			text += (change.kind() == Change.Kind.ADDED) ? " " + change.attribute().value() : "";
		}
		return new Line(kind, text);
	}

	private List<Line> answer(Exchange.Answer answer) {
		List<Line> lines = new ArrayList<>();
		if (answer.location() != null) {
			lines.add(new Line("location", "Location: " + answer.location()));
		}
		for (SetCookie cookie : answer.setCookies()) {
			lines.add(new Line("set-cookie", "Set-Cookie: " + cookie.text()));
			if (cookie.toCome()) {
				lines.add(new Line("to-come", text("set-cookie.to-come")));
			}
			for (String attribute : cookie.attributes()) {
				lines.add(new Line("attribute", attribute + meaning(attribute, cookie)));
			}
			if (!cookie.keepsFor()) {
				lines.add(new Line("no-age", text("set-cookie.no-age")));
			}
		}
		return lines;
	}

	private String meaning(String attribute, SetCookie cookie) {
		String name = attribute.split("=", 2)[0];
		String key = (cookie.forgets() && name.equals("Max-Age")) ? "forget" : name;
		String meaning = this.messages.getMessage("server-view.set-cookie." + key, "");
		return (meaning.isEmpty()) ? "" : ": " + meaning;
	}

}
