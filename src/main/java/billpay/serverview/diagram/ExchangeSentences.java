package billpay.serverview.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.cookies.SetCookie;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.Field;
import billpay.serverview.exchange.RecordedForm;
import billpay.serverview.exchange.RecordedRequest;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.exchange.SessionAttribute;
import billpay.serverview.exchange.SessionStoreCall;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * The sentences that describe a request and its response, in the page's language.
 */
final class ExchangeSentences {

	private final MessageSourceAccessor messages;

	ExchangeSentences(MessageSourceAccessor messages) {
		this.messages = messages;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

	@Nullable String experiment(Exchange exchange) {
		return (exchange.experiment() != null)
				? text("server-view.picture.experiment", text("server-view.experiment." + exchange.experiment().key()))
				: null;
	}

	List<String> of(Exchange exchange) {
		List<String> sentences = new ArrayList<>();
		if (exchange.request().via() != null) {
			sentences.add(text("server-view.text.via", exchange.request().via()));
		}
		if (exchange.response().node() != null) {
			sentences.add(text("server-view.text.node", exchange.response().node()));
		}
		if (exchange.request().otherBrowser()) {
			sentences.add(text("server-view.picture.other-browser"));
		}
		sentences.add(cookies(exchange.request()));
		RecordedForm form = exchange.request().form();
		if (form != null && !form.fields().isEmpty()) {
			sentences.add(text("server-view.text.fields",
					joined(form.fields().stream().map(Field::text), form.moreFields())));
		}
		if (exchange.calls().isEmpty()) {
			sentences.add(text("server-view.text.no-call"));
		}
		List<SessionStoreCall> calls = exchange.calls();
		calls.stream().limit(exchange.readCalls()).map(this::call).forEach(sentences::add);
		exchange.changes().stream().map(this::change).forEach(sentences::add);
		calls.stream().skip(exchange.readCalls()).map(this::call).forEach(sentences::add);
		sentences.add(response(exchange.response()));
		exchange.response().setCookies().stream().map(this::setCookie).forEach(sentences::add);
		return sentences;
	}

	private String cookies(RecordedRequest request) {
		if (request.cookies().isEmpty()) {
			return text("server-view.text.no-cookie");
		}
		return text("server-view.text.cookies",
				joined(request.cookies()
					.stream()
					.map((cookie) -> cookie.text() + " " + text("server-view.kind." + cookie.kind().key())),
						request.moreCookies()));
	}

	private String joined(Stream<String> shown, int more) {
		String texts = shown.collect(Collectors.joining(", "));
		return (more > 0) ? text("server-view.and-more", texts, more) : texts;
	}

	private String call(SessionStoreCall call) {
		return text("server-view.text.call." + call.kind().key(), call.session(), String.valueOf(call.before()));
	}

	private String change(AttributeChange change) {
		SessionAttribute attribute = change.attribute();
		String name = (attribute.isFlash()) ? text("server-view.flash") + " " + attribute.shortName()
				: attribute.shortName();
		String value = (attribute.value() != null) ? attribute.value() : text("server-view.secret");
		return switch (change.kind()) {
			case ADDED -> text("server-view.text.added", name, value);
			case REMOVED -> text("server-view.text.removed", name);
			case CHANGED -> (change.before() != null) ? text("server-view.text.changed", name, change.before(), value)
					: text("server-view.text.changed.secret", name);
		};
	}

	private String response(RecordedResponse response) {
		if (response.location() != null) {
			return text("server-view.text.response.location", response.statusLine(), response.location());
		}
		return (response.title() != null)
				? text("server-view.text.response.page", response.statusLine(), response.title())
				: text("server-view.text.response", response.statusLine());
	}

	/**
	 * What the browser is to do with a cookie, in as few words as the diagram has room
	 * for.
	 * @param cookie the cookie
	 * @return of the session's cookie with the value, which is the point of it
	 */
	String setCookieShort(SetCookie cookie) {
		if (cookie.forgets()) {
			return text("server-view.picture.forget", cookie.name());
		}
		boolean fingerprint = cookie.value().startsWith("#") && !cookie.hasMaxAge();
		return text("server-view.picture.keep", (fingerprint) ? cookie.text() : cookie.name());
	}

	private String setCookie(SetCookie cookie) {
		return (cookie.forgets()) ? text("server-view.text.forget", cookie.name())
				: text("server-view.text.keep", cookie.text());
	}

}
