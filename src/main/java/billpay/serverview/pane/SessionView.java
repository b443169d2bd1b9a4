package billpay.serverview.pane;

import java.util.ArrayList;
import java.util.List;

import billpay.serverview.conversation.Change;
import billpay.serverview.conversation.Exchange;
import billpay.serverview.conversation.RecordedSession;
import billpay.serverview.conversation.SessionAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * What the session holds in the end, each thing with the request that has changed it.
 *
 * @param fingerprint stands for its id, {@code null} when there is no session
 * @param note why nothing is shown, {@code null} when there is a session
 * @param attributes what it holds
 * @param droppable whether there is anything to remove
 */
public record SessionView(@Nullable String fingerprint, @Nullable String note, List<AttributeView> attributes,
		boolean droppable) {

	static SessionView of(Exchange last, List<SessionAttribute> attributes, List<Exchange> exchanges,
			MessageSourceAccessor messages) {
		RecordedSession session = last.after();
		if (session == null) {
			String reason = (last.storeFailed()) ? "not-known" : "none";
			return new SessionView(null, messages.getMessage("server-view.attributes." + reason), List.of(), false);
		}
		return new SessionView(session.fingerprint(), null,
				attributes.stream()
					.map((attribute) -> new AttributeView(attribute.name(), attribute.shortName(),
							label(attribute, messages), attribute.value(), marks(attribute, exchanges, messages)))
					.toList(),
				!attributes.isEmpty());
	}

	private static String label(SessionAttribute attribute, MessageSourceAccessor messages) {
		return (attribute.isFlash()) ? attribute.shortName() + " " + messages.getMessage("server-view.flash")
				: attribute.shortName();
	}

	private static List<String> marks(SessionAttribute attribute, List<Exchange> exchanges,
			MessageSourceAccessor messages) {
		List<String> marks = new ArrayList<>();
		for (Exchange exchange : exchanges) {
			for (Change change : exchange.changes()) {
				if (change.attribute().name().equals(attribute.name())) {
					marks.add("← " + messages.getMessage("server-view.change." + change.kind().key()) + " "
							+ exchange.request().what());
				}
			}
		}
		return marks;
	}

	/**
	 * An attribute of the session.
	 *
	 * @param name its name
	 * @param shortName the end of its name
	 * @param label the same, with what it is when a redirect has left it
	 * @param value its value, {@code null} for a secret
	 * @param marks which requests have changed it
	 */
	public record AttributeView(String name, String shortName, String label, @Nullable String value,
			List<String> marks) {
	}

}
