package billpay.serverview;

import java.util.Base64;
import java.util.regex.Pattern;

import billpay.web.CookieDefinition;
import billpay.web.CookieFactory;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The long-lived cookie of the server view. It holds what this browser has chosen:
 * {@code off}, or the random token by which its recorded requests are found. Not the
 * session's id does that, because the session changes it, loses it and ends, which is
 * what is to be seen.
 */
@Component
public class ServerViewCookie {

	private static final String OFF = "off";

	private static final int BYTES = 24;

	/** What Base64 makes of so many bytes. */
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

	private final StringKeyGenerator tokens = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			BYTES);

	private final CookieDefinition definition;

	private final ServerViewProperties properties;

	ServerViewCookie(@Qualifier("serverViewCookieDefinition") CookieDefinition definition,
			ServerViewProperties properties) {
		this.definition = definition;
		this.properties = properties;
	}

	/**
	 * What a browser has chosen.
	 * @param request the request
	 * @return the choice, the configured one where there is none that makes sense
	 */
	public Choice read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, this.definition.name());
		String value = (cookie != null) ? cookie.getValue() : "";
		if (OFF.equals(value)) {
			return new Choice(false, null);
		}
		boolean token = TOKEN.matcher(value).matches();
		return new Choice(token || this.properties.enabled(), (token) ? value : null);
	}

	/**
	 * Switches the server view on, or gives a browser another token.
	 * @param response the response that carries the cookie
	 * @return the token
	 */
	public String issueToken(HttpServletResponse response) {
		String token = this.tokens.generateKey();
		this.definition.write(token, response);
		return token;
	}

	void switchOff(HttpServletResponse response) {
		this.definition.write(OFF, response);
	}

	/**
	 * What a browser has chosen.
	 *
	 * @param on whether it sees the server's side
	 * @param token what its recorded requests are found by, {@code null} while it has
	 * none
	 */
	public record Choice(boolean on, @Nullable String token) {
	}

	/**
	 * Publishes the cookie.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Known {

		@Bean
		@Order(3)
		CookieDefinition serverViewCookieDefinition(CookieFactory scope) {
			return scope.longLived(scope.prefixed("BILLPAY_SERVER_VIEW"), "server-view").withSecretValue();
		}

	}

}
