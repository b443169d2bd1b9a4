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
import org.springframework.web.servlet.FlashMap;

import static java.util.stream.Collectors.joining;

/**
 * What a session's values look like to a reader. The form token is a secret and has no
 * text; of the user there are name and authorities, of flash attributes the page that
 * they are for; everything else says itself what it is. A text is made once and goes with
 * its value.
 */
@Component
class ReadableValues {

	private static final int MOST_LETTERS = 160;

	private static final int MOST_VALUES = 10_000;

	private final Cache<Object, String> texts = Caffeine.newBuilder()
		.weakKeys()
		.maximumSize(MOST_VALUES)
		.executor(Runnable::run)
		.build();

	/**
	 * The attributes of a session, in the order of their names.
	 * @param attributes the values by name
	 * @return their texts
	 */
	List<SeenSession.Attribute> attributes(Map<String, Object> attributes) {
		return attributes.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> attribute(entry.getKey(), entry.getValue()))
			.toList();
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
		if (value instanceof List<?> list) {
			return list.stream().map(ReadableValues::write).collect(joining(", "));
		}
		String text = (value instanceof FlashMap flash) ? contentAndTarget(flash) : value.toString();
		return Redaction.ofOurs((text != null) ? text : "-", MOST_LETTERS);
	}

	private static String contentAndTarget(FlashMap flash) {
		return flash.entrySet().stream().map(Map.Entry::toString).sorted().collect(joining(", ")) + " for "
				+ flash.getTargetRequestPath();
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
