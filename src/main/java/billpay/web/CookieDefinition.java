package billpay.web;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie of this application: its name and attributes. The code that sets a cookie
 * publishes its definition as a bean, so that the page about cookies shows what is really
 * set. None has a {@code Domain}: it is sent back only to the host that set it.
 *
 * @param name the name as it goes over the wire, with its prefix if it has one
 * @param key the end of the keys of the messages about it
 * @param maxAge how long the browser keeps it, {@code null} for a temporary one
 * @param path the addresses it goes to: this one and all below it
 * @param secure whether it is for TLS only
 * @param httpOnly whether it is kept from the scripts of a page
 * @param sameSite which requests that other sites cause bring it along
 * @param secretValue whether the value is never shown
 */
public record CookieDefinition(String name, String key, @Nullable Duration maxAge, String path, boolean secure,
		boolean httpOnly, String sameSite, boolean secretValue) {

	/**
	 * The same cookie with a value that is never shown.
	 * @return the cookie
	 */
	public CookieDefinition withSecretValue() {
		return new CookieDefinition(this.name, this.key, this.maxAge, this.path, this.secure, this.httpOnly,
				this.sameSite, true);
	}

	/**
	 * Whether the browser deletes the cookie when it is closed.
	 * @return {@code false} for a long-lived one
	 */
	public boolean temporary() {
		return this.maxAge == null;
	}

	/**
	 * The same cookie with another {@code SameSite} attribute.
	 * @param newSameSite which requests that other sites cause bring it along, empty to
	 * leave that to the browser
	 * @return the cookie
	 */
	public CookieDefinition withSameSite(String newSameSite) {
		return new CookieDefinition(this.name, this.key, this.maxAge, this.path, this.secure, this.httpOnly,
				newSameSite, this.secretValue);
	}

	/**
	 * Reads the cookie.
	 * @param request the request
	 * @return its value, {@code null} when it was not sent; of several with this name the
	 * first, which is the one with the longest path (RFC 6265, section 5.4)
	 */
	public @Nullable String read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, this.name);
		return (cookie != null) ? cookie.getValue() : null;
	}

	/**
	 * Makes the browser keep the cookie.
	 * @param value its value
	 * @param response the response that carries it
	 */
	public void write(String value, HttpServletResponse response) {
		set(value, (this.maxAge != null) ? this.maxAge : Duration.ofSeconds(-1), response);
	}

	/**
	 * Makes the browser delete the cookie. What the server stores for it is kept.
	 * @param response the response
	 */
	public void forget(HttpServletResponse response) {
		set("", Duration.ZERO, response);
	}

	private void set(String value, Duration age, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(this.name, value)
					.path(this.path)
					.maxAge(age)
					.httpOnly(this.httpOnly)
					.secure(this.secure)
					.sameSite(this.sameSite)
					.build()
					.toString());
	}

}
