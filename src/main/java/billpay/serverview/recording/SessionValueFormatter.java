package billpay.serverview.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import billpay.serverview.exchange.SessionAttribute;
import billpay.web.format.SensitiveDataRedactor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
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
 * they are for; everything else is shown as its {@code Printer} prints it in the language
 * of the page, or as its own {@code toString()}.
 */
@Component
class SessionValueFormatter {

	private static final int MAX_LENGTH = 160;

	private final ConversionService conversions;

	SessionValueFormatter(@Qualifier("mvcConversionService") ConversionService conversions) {
		this.conversions = conversions;
	}

	List<SessionAttribute> attributes(Map<String, Object> attributes) {
		return attributes.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> attribute(entry.getKey(), entry.getValue()))
			.toList();
	}

	SessionAttribute attribute(String name, Object value) {
		return new SessionAttribute(name, (value instanceof CsrfToken) ? null : text(value));
	}

	private String text(Object value) {
		if (value instanceof SecurityContext security) {
			Authentication user = security.getAuthentication();
			return (user != null) ? nameAndAuthorities(user) : "-";
		}
		if (value instanceof List<?> list) {
			return list.stream().map(this::text).collect(joining(", "));
		}
		String text = (value instanceof FlashMap flash) ? contentAndTarget(flash) : print(value);
		return SensitiveDataRedactor.redactOwn((text != null) ? text : "-", MAX_LENGTH);
	}

	// By the value's Printer, when there is one.
	private @Nullable String print(Object value) {
		return (this.conversions.canConvert(value.getClass(), String.class))
				? this.conversions.convert(value, String.class) : value.toString();
	}

	private static String contentAndTarget(FlashMap flash) {
		return flash.entrySet().stream().map(Map.Entry::toString).sorted().collect(joining(", ")) + " for "
				+ flash.getTargetRequestPath();
	}

	private static String nameAndAuthorities(Authentication user) {
		return user.getName() + ", "
				+ user.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().collect(joining(", "));
	}

	// Since when a user is signed in, as Spring Security keeps it with the factor.
	static @Nullable Instant signedInAt(Authentication user) {
		for (GrantedAuthority authority : user.getAuthorities()) {
			if (authority instanceof FactorGrantedAuthority factor) {
				return factor.getIssuedAt();
			}
		}
		return null;
	}

}
