package billpay.serverview.pane;

import java.util.ArrayList;
import java.util.List;

import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedSession;
import billpay.serverview.exchange.SessionAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * An attribute of the session. Of the requests that have led to the page only those with
 * the page's session have changed it: another one may have been ended on the way.
 *
 * @param name its name
 * @param shortName the end of its name
 * @param kind its name in the style sheet: {@code readable} or {@code secret}, and
 * {@code changed}
 * @param text its name and value and, one in each line, the requests that have changed it
 */
public record AttributeView(String name, String shortName, String kind, String text) {

	static @Nullable List<AttributeView> all(List<SessionAttribute> attributes, List<Exchange> exchanges,
			MessageSourceAccessor messages) {
		RecordedSession session = exchanges.get(exchanges.size() - 1).after();
		List<Exchange> same = exchanges.stream()
			.filter((exchange) -> session != null && exchange.after() != null && session.isSameAs(exchange.after()))
			.toList();
		return (attributes.isEmpty()) ? null
				: attributes.stream().map((attribute) -> of(attribute, same, messages)).toList();
	}

	private static AttributeView of(SessionAttribute attribute, List<Exchange> exchanges,
			MessageSourceAccessor messages) {
		List<String> lines = new ArrayList<>();
		String value = (attribute.value() != null) ? attribute.value() : messages.getMessage("server-view.secret");
		lines.add(attribute.shortName() + " = " + value);
		if (attribute.isFlash()) {
			lines.add(messages.getMessage("server-view.flash"));
		}
		int unchanged = lines.size();
		for (Exchange exchange : exchanges) {
			for (AttributeChange change : exchange.changes()) {
				if (change.attribute().name().equals(attribute.name())) {
					lines.add("← " + messages.getMessage("server-view.change." + change.kind().key()) + " "
							+ exchange.request().what());
				}
			}
		}
		String kind = (attribute.value() != null) ? "readable" : "secret";
		String changed = (lines.size() > unchanged) ? " changed" : "";
		return new AttributeView(attribute.name(), attribute.shortName(), kind + changed, String.join("\n", lines));
	}

}
