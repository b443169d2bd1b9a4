package billpay.account;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import billpay.web.KnownCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The long-lived cookie by which {@link SignInPace} knows a browser that has signed in
 * before (OWASP, device cookies). Unlike the visitor cookie it cannot be made up: it is a
 * random word that only the browser and the server know. It signs nobody in.
 */
@Component
class BrowserCookie {

	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final int BYTES = 32;

	private final StringKeyGenerator words = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			BYTES);

	private final KnownCookie known;

	BrowserCookie(@Qualifier("knownBrowserCookie") KnownCookie known) {
		this.known = known;
	}

	/**
	 * The browser's word.
	 * @param request the request
	 * @return the word, or nothing when there is none
	 */
	Optional<String> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, this.known.name()))
			.map(Cookie::getValue)
			.filter((value) -> VALUE.matcher(value).matches());
	}

	/**
	 * Gives a browser a word if it has none.
	 * @param request the request
	 * @param response the response that carries the cookie
	 * @return its word
	 */
	String give(HttpServletRequest request, HttpServletResponse response) {
		return read(request).orElseGet(() -> {
			String word = this.words.generateKey();
			this.known.write(word, response);
			return word;
		});
	}

}
