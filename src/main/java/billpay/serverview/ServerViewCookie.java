package billpay.serverview;

import java.util.Base64;

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
 * {@code off}, or the random word by which its recorded requests are found. Not the
 * session's id does that, because the session changes it, loses it and ends, which is
 * what is to be seen.
 */
@Component
class ServerViewCookie {

	private static final String OFF = "off";

	private static final int BYTES = 24;

	/** In Base64, which makes four letters of three bytes. */
	private static final int LETTERS = BYTES / 3 * 4;

	private final StringKeyGenerator words = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			BYTES);

	private final CookieDefinition known;

	private final ServerViewProperties settings;

	ServerViewCookie(@Qualifier("knownServerViewCookie") CookieDefinition known, ServerViewProperties settings) {
		this.known = known;
		this.settings = settings;
	}

	/**
	 * What a browser has chosen.
	 * @param request the request
	 * @return the choice, the configured one where there is none that makes sense
	 */
	Choice read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, this.known.name());
		String value = (cookie != null) ? cookie.getValue() : "";
		if (OFF.equals(value)) {
			return new Choice(false, null);
		}
		boolean word = isWord(value);
		return new Choice(word || this.settings.enabled(), (word) ? value : null);
	}

	private static boolean isWord(String value) {
		// Asked at every request: a regular expression takes ten times as long.
		boolean word = value.length() == LETTERS;
		for (int i = 0; word && i < LETTERS; i++) {
			char letter = value.charAt(i);
			word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
					|| (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
		}
		return word;
	}

	/**
	 * Switches the server view on, or gives a browser another word.
	 * @param response the response that carries the cookie
	 * @return the word
	 */
	String giveWord(HttpServletResponse response) {
		String word = this.words.generateKey();
		this.known.write(word, response);
		return word;
	}

	void switchOff(HttpServletResponse response) {
		this.known.write(OFF, response);
	}

	/**
	 * What a browser has chosen.
	 *
	 * @param on whether it sees the server's side
	 * @param word what its recorded requests are found by, {@code null} while it has none
	 */
	record Choice(boolean on, @Nullable String word) {
	}

	/**
	 * Publishes the cookie.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Known {

		@Bean
		@Order(3)
		CookieDefinition knownServerViewCookie(CookieFactory scope) {
			return scope.longLived(scope.prefixed("BILLPAY_SERVER_VIEW"), "server-view").withSecretValue();
		}

	}

}
