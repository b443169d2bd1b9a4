package billpay.lab.technique;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * The cookie of one technique. Its path is the technique's page, so that the requests of
 * the other techniques and of the shop do not carry it.
 */
public final class LabCookie {

	/**
	 * The longest value that is sent. A browser ignores a cookie of more than 4,096
	 * characters (RFC 6265bis, section 5.6); Tomcat cannot send 8,192.
	 */
	private static final int MAX_LENGTH = 6000;

	private final CookieDefinition definition;

	/**
	 * Creates the cookie.
	 * @param cookies knows the context path, and whether cookies are for TLS only
	 * @param name its name
	 * @param technique the technique
	 */
	public LabCookie(CookieDefinitionFactory cookies, String name, String technique) {
		String contextPath = (cookies.path().equals("/")) ? "" : cookies.path();
		this.definition = new CookieDefinition(name, technique, null, contextPath + "/lab/" + technique,
				cookies.secure(), true, "Lax", false);
	}

	/**
	 * Makes the browser keep the cookie.
	 * @param value its value
	 * @param response the response that carries it
	 */
	public void write(String value, HttpServletResponse response) {
		if (value.length() <= MAX_LENGTH) {
			this.definition.write(value, response);
		}
	}

	/**
	 * Reads the cookie.
	 * @param request the request
	 * @return the value, {@code null} when it was not sent
	 */
	public @Nullable String read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, this.definition.name());
		return (cookie != null) ? cookie.getValue() : null;
	}

	/**
	 * Makes the browser delete the cookie.
	 * @param response the response
	 */
	public void forget(HttpServletResponse response) {
		this.definition.forget(response);
	}

}
