package billpay.classroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.session.SessionFingerprint;
import billpay.session.SessionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Prepares a session for the instructor's page. Of phone numbers it shows the last four
 * digits, because they belong to other people.
 */
@Component
class SessionRowFactory {

	private static final int SHOWN_DIGITS = 4;

	private final SessionProperties properties;

	private final Clock clock;

	private final MessageSource messages;

	SessionRowFactory(SessionProperties properties, Clock clock, MessageSource messages) {
		this.properties = properties;
		this.clock = clock;
		this.messages = messages;
	}

	SessionRow create(Session session, @Nullable String currentId, Locale locale) {
		Instant now = this.clock.instant();
		List<SessionRow.Attribute> attributes = session.getAttributeNames()
			.stream()
			.sorted()
			.map((name) -> new SessionRow.Attribute(name.substring(name.lastIndexOf('.') + 1),
					text(session.getAttribute(name), locale)))
			.toList();
		return new SessionRow(SessionFingerprint.of(session.getId()), userOf(session),
				text(Duration.between(session.getCreationTime(), now)),
				text(Duration.between(now, this.properties.expiryOf(session))), attributes,
				session.getId().equals(currentId));
	}

	private static @Nullable String userOf(Session session) {
		SecurityContext context = session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		Authentication user = (context != null) ? context.getAuthentication() : null;
		return (user != null) ? user.getName() : null;
	}

	private static String text(Duration duration) {
		return String.format(Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(),
				duration.toSecondsPart());
	}

	private String text(@Nullable Object value, Locale locale) {
		if (value instanceof PhoneNumber number) {
			return "…" + number.e164().substring(number.e164().length() - SHOWN_DIGITS);
		}
		if (value instanceof Cart cart) {
			return this.messages.getMessage("instructor.sessions.cart", new Object[] { cart.openLines().size() },
					locale);
		}
		if (value instanceof SecurityContext context && context.getAuthentication() != null) {
			return context.getAuthentication().getName();
		}
		if (value instanceof Collection<?> several) {
			return String.valueOf(several.size());
		}
		return (value instanceof Boolean flag) ? flag.toString()
				: this.messages.getMessage("instructor.sessions.hidden", null, locale);
	}

}
