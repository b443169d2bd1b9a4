package billpay.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of ours. Whoever sets it sets it by this and publishes it as a bean, so that
 * whoever tells about our cookies tells what is really set. No cookie of ours has a
 * {@code Domain}: it goes back to the host that set it and to no other.
 *
 * @param name the name as it goes over the wire, with its prefix if it has one
 * @param key the end of the keys of the messages about it
 * @param maxAge how long the browser keeps it, {@code null} for one that goes with the
 * browser
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
	 * Whether the cookie goes with the browser.
	 * @return {@code false} for a long-lived one
	 */
	public boolean temporary() {
		return this.maxAge == null;
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
	 * Makes the browser lose the cookie. What the server keeps by its value stays.
	 * @param response the response that carries the order
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
