package billpay.serverview.pane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import billpay.cookies.SetCookie;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Field;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionStoreCall;
import billpay.serverview.pane.ExchangeView.Line;
import org.jspecify.annotations.Nullable;

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
		RecordedRequest before = null;
		for (Exchange exchange : exchanges) {
			views.add(view(exchange, before, views.size() == exchanges.size() - 1));
			before = exchange.request();
		}
		return views;
	}

	private ExchangeView view(Exchange exchange, @Nullable RecordedRequest before, boolean last) {
		RecordedRequest request = exchange.request();
		List<Line> response = response(exchange.response());
		return new ExchangeView(request.what() + " " + request.protocol(), exchange.response().statusLine(),
				fields(request.form()), cookies(request, before), calls(exchange),
				(last && exchange.after() != null) ? life(exchange.after(), exchange.before() == null) : null,
				changes(exchange.changes()), (response.isEmpty()) ? null : response);
	}

	private String text(String key) {
		return this.messages.getMessage("server-view." + key);
	}

	private @Nullable String fields(@Nullable RecordedForm form) {
		if (form == null || form.fields().isEmpty()) {
			return null;
		}
		String fields = form.fields().stream().map(Field::text).collect(Collectors.joining(", "));
		return (form.moreFields() > 0)
				? this.messages.getMessage("server-view.and-more", new Object[] { fields, form.moreFields() }) : fields;
	}

	private String cookies(RecordedRequest request, @Nullable RecordedRequest before) {
		if (request.cookies().isEmpty()) {
			return text("cookies-sent.none");
		}
		if (before != null && Set.copyOf(request.cookies()).equals(Set.copyOf(before.cookies()))
				&& request.moreCookies() == before.moreCookies()) {
			return text("cookies-sent.same");
		}
		String cookies = request.cookies()
			.stream()
			.map((cookie) -> cookie.text() + " " + text("kind." + cookie.kind().key()))
			.collect(Collectors.joining("\n"));
		return (request.moreCookies() > 0)
				? cookies + "\n" + this.messages.getMessage("server-view.more", new Object[] { request.moreCookies() })
				: cookies;
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

	private List<Line> changes(List<AttributeChange> changes) {
		return (changes.isEmpty()) ? List.of(new Line("none", text("changes.none")))
				: changes.stream().map(this::change).toList();
	}

	private Line change(AttributeChange change) {
		String kind = change.kind().key();
		String text = text(kind) + " " + change.attribute().shortName();
		if (change.attribute().isFlash()) {
			text += " " + text("flash");
			// It is removed again by the end of the page that it is for.
			text += (change.kind() == AttributeChange.Kind.ADDED) ? " " + change.attribute().value() : "";
		}
		return new Line(kind, text);
	}

	private List<Line> response(RecordedResponse response) {
		List<Line> lines = new ArrayList<>();
		if (response.location() != null) {
			lines.add(new Line("location", "Location: " + response.location()));
		}
		for (SetCookie cookie : response.setCookies()) {
			lines.add(new Line("set-cookie", "Set-Cookie: " + cookie.text()));
			if (cookie.pending()) {
				lines.add(new Line("pending", text("set-cookie.pending")));
			}
			for (String attribute : cookie.attributes()) {
				lines.add(new Line("attribute", attribute + meaning(attribute, cookie)));
			}
			if (!cookie.hasMaxAge()) {
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
