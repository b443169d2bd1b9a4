package billpay.serverview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

import static java.util.stream.Collectors.joining;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

/**
 * What a session's values look like to a reader. The form token is a secret and has no
 * text; of the user there are name and authorities; everything else says itself what it
 * is. A text is made once and goes with its value.
 */
@Component
class ReadableValues {

	private static final int MOST_LETTERS = 160;

	private static final int MOST_VALUES = 10_000;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

	private final Cache<Object, String> texts = newCache();

	private final Cache<Authentication, String> times = newCache();

	private static <K> Cache<K, String> newCache() {
		return Caffeine.newBuilder().weakKeys().maximumSize(MOST_VALUES).executor(Runnable::run).<K, String>build();
	}

	SeenSession.Attribute attribute(String name, Object value) {
		return new SeenSession.Attribute(name, (value instanceof CsrfToken) ? null : textOf(value));
	}

	private String textOf(Object value) {
		String text = this.texts.getIfPresent(value);
		if (text == null) {
			text = write(value);
			this.texts.put(value, text);
		}
		return text;
	}

	private static String write(Object value) {
		if (value instanceof SecurityContext security) {
			Authentication user = security.getAuthentication();
			return (user != null) ? nameAndAuthorities(user) : "-";
		}
		String text = value.toString();
		return Redaction.ofOurs((text != null) ? text : "-", MOST_LETTERS);
	}

	private static String nameAndAuthorities(Authentication user) {
		return user.getName() + ", "
				+ user.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().collect(joining(", "));
	}

	/**
	 * Who is signed in, by what Spring Security keeps in the session.
	 * @param attributes the session's values
	 * @return the user, {@code null} when nobody is signed in
	 */
	static @Nullable Authentication userOf(Map<String, Object> attributes) {
		return (attributes.get(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext security)
				? security.getAuthentication() : null;
	}

	/**
	 * Since when a user is signed in, by what Spring Security notes of the password.
	 * @param user the user
	 * @return hours and minutes, {@code null} when it is not noted
	 */
	@Nullable String signedInAt(Authentication user) {
		return this.times.get(user, ReadableValues::timeOf);
	}

	private static @Nullable String timeOf(Authentication user) {
		return user.getAuthorities()
			.stream()
			.filter(FactorGrantedAuthority.class::isInstance)
			.map((factor) -> TIME.format(((FactorGrantedAuthority) factor).getIssuedAt()))
			.findFirst()
			.orElse(null);
	}

}
