package billpay.serverview;

import java.time.Instant;
import java.util.List;
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

/**
 * What a session's values look like to a reader. The form token is a secret and has no
 * text; of the user there are name and authorities; everything else says itself what it
 * is. A text is made once and goes with its value.
 */
@Component
class ReadableValues {

	private static final int MOST_LETTERS = 160;

	private static final int MOST_VALUES = 10_000;

	private final Cache<Object, String> texts = newCache();

	private final Cache<Map<String, Object>, List<SeenSession.Attribute>> attributes = newCache();

	private static <K, V> Cache<K, V> newCache() {
		return Caffeine.newBuilder().weakKeys().maximumSize(MOST_VALUES).executor(Runnable::run).<K, V>build();
	}

	/**
	 * The attributes of a session, in the order of their names. As long as nothing
	 * changes, all moments of a session have one list.
	 * @param attributes the values by name, never changed
	 * @return their texts
	 */
	List<SeenSession.Attribute> attributes(Map<String, Object> attributes) {
		List<SeenSession.Attribute> seen = this.attributes.getIfPresent(attributes);
		if (seen == null) {
			seen = attributes.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByKey())
				.map((entry) -> attribute(entry.getKey(), entry.getValue()))
				.toList();
			this.attributes.put(attributes, seen);
		}
		return seen;
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
	 * Since when a user is signed in, by what Spring Security notes of the password.
	 * @param user the user
	 * @return the time, {@code null} when it is not noted
	 */
	static @Nullable Instant signedInAt(Authentication user) {
		for (GrantedAuthority authority : user.getAuthorities()) {
			if (authority instanceof FactorGrantedAuthority factor) {
				return factor.getIssuedAt();
			}
		}
		return null;
	}

}
