package billpay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.web.CookieDefinition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The long-lived cookie with the name of the last visitor from this browser and the time
 * of the visit. It is used for a greeting only: anybody can change its value, so it is
 * never a credential.
 */
@Component
public class VisitorCookie {

	private static final Duration PRECISION = Duration.ofMinutes(1);

	private static final Pattern VALUE = Pattern
		.compile("(" + AccountRepository.NAME + ")/(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?Z)");

	private final CookieDefinition definition;

	private final Clock clock;

	VisitorCookie(@Qualifier("visitorCookieDefinition") CookieDefinition definition, Clock clock) {
		this.definition = definition;
		this.clock = clock;
	}

	Optional<Visitor> read(HttpServletRequest request) {
		return Optional.ofNullable(this.definition.read(request)).flatMap(VisitorCookie::parse);
	}

	private static Optional<Visitor> parse(String value) {
		Matcher matcher = VALUE.matcher(value);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Visitor(matcher.group(1), Instant.parse(matcher.group(2))));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Remembers that a customer is here now, unless the cookie says so already, to the
	 * minute.
	 * @param name the account's name
	 * @param request the request
	 * @param response the response that carries the cookie
	 */
	public void remember(String name, HttpServletRequest request, HttpServletResponse response) {
		Instant now = this.clock.instant();
		boolean known = read(request)
			.filter((visitor) -> visitor.name().equals(name) && visitor.lastHere().isAfter(now.minus(PRECISION)))
			.isPresent();
		if (!known) {
			this.definition.write(name + "/" + now.truncatedTo(ChronoUnit.SECONDS), response);
		}
	}

	/**
	 * A returning visitor.
	 *
	 * @param name the account's name, as the cookie claims
	 * @param lastHere the last access, as the cookie claims
	 */
	record Visitor(String name, Instant lastHere) {
	}

}
