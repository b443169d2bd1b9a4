package billpay.serverview.pane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import billpay.serverview.conversation.Change;
import billpay.serverview.conversation.Exchange;
import billpay.serverview.conversation.RecordedSession;
import billpay.serverview.conversation.SessionAttribute;
import billpay.serverview.conversation.StoreCall;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * Puts the requests that have led to a page into words, in the page's language.
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
		Exchange.Answer answer = exchange.answer();
		String cookiesNote = cookiesNote(exchange.cookies(), before);
		boolean sessionless = exchange.calls().isEmpty() && exchange.after() == null;
		return new ExchangeView(request.what(), request.what() + " " + request.protocol(),
				Integer.toString(answer.status()), answer.statusLine(),
				(request.fields().isEmpty()) ? null : request.fields(),
				(cookiesNote != null) ? List.of() : exchange.cookies().stream().map(this::cookie).toList(), cookiesNote,
				(sessionless) ? text("server-view.session.none") : null,
				exchange.calls().stream().map(this::call).toList(),
				(last && exchange.after() != null) ? life(exchange.after(), exchange.before() == null) : null,
				(exchange.changes().isEmpty()) ? null : exchange.changes().stream().map(this::change).toList(),
				answer.location() != null || !answer.setCookies().isEmpty(), answer.location(),
				answer.setCookies().stream().map(this::setCookie).toList());
	}

	private String text(String key) {
		return this.messages.getMessage(key);
	}

	private @Nullable String cookiesNote(List<SentCookie> cookies, List<SentCookie> before) {
		if (cookies.isEmpty()) {
			return text("server-view.cookies-sent.none");
		}
		return (Set.copyOf(cookies).equals(Set.copyOf(before))) ? text("server-view.cookies-sent.same") : null;
	}

	private ExchangeView.SentCookieView cookie(SentCookie cookie) {
		return new ExchangeView.SentCookieView(cookie.text(), text("server-view.kind." + cookie.kind().key()));
	}

	private ExchangeView.Call call(StoreCall call) {
		String kind = call.kind().key();
		return new ExchangeView.Call(kind, call.before(), call.session(), text("server-view.call." + kind));
	}

	private ExchangeView.Life life(RecordedSession session, boolean begins) {
		String age = text("server-view.session.age") + " " + clock(seconds(session.began(), this.now)) + ", "
				+ text("server-view.session.left");
		long left = seconds(this.now, session.ends());
		return new ExchangeView.Life((begins) ? text("server-view.session.begins") + " " + age : age, left,
				clock(left));
	}

	private static long seconds(Instant from, Instant to) {
		return Math.max(Duration.between(from, to).toSeconds(), 0);
	}

	/**
	 * A length of time, the way a clock counts down.
	 * @param seconds how long
	 * @return such as {@code 29:59} or {@code 1:00:00}
	 */
	static String clock(long seconds) {
		long minutes = seconds / 60;
		return ((minutes < 60) ? Long.toString(minutes) : minutes / 60 + ":" + twoDigits(minutes % 60)) + ":"
				+ twoDigits(seconds % 60);
	}

	private static String twoDigits(long number) {
		return (number < 10) ? "0" + number : Long.toString(number);
	}

	private ExchangeView.ChangeView change(Change change) {
		SessionAttribute attribute = change.attribute();
		// A flash attribute is gone by the end of the page that it is for.
		boolean shown = attribute.isFlash() && change.kind() == Change.Kind.ADDED;
		return new ExchangeView.ChangeView(change.kind().key(), attribute.name(),
				text("server-view." + change.kind().key()), attribute.shortName(), attribute.isFlash(),
				(shown) ? attribute.value() : null);
	}

	private ExchangeView.SetCookieView setCookie(SetCookie cookie) {
		return new ExchangeView.SetCookieView(cookie.text(), cookie.toCome(), cookie.keepsFor(),
				cookie.attributes().stream().map((attribute) -> attribute(attribute, cookie.forgets())).toList());
	}

	private ExchangeView.CookieAttribute attribute(String attribute, boolean forgets) {
		String name = attribute.split("=", 2)[0];
		String key = (forgets && name.equals("Max-Age")) ? "forget" : name;
		return new ExchangeView.CookieAttribute(attribute,
				this.messages.getMessage("server-view.set-cookie." + key, ""));
	}

}
