package billpay.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Where our cookies go: back to this application alone, and over TLS only where it is
 * served over TLS.
 */
@Component
public class CookieScope {

	private static final Duration LONG = Duration.ofDays(365);

	private final boolean secure;

	private final String path;

	/**
	 * Reads the scope off the server's own settings.
	 * @param server whether it speaks TLS, or is told that a proxy before it does
	 * ({@code server.servlet.session.cookie.secure}), and its context path
	 */
	CookieScope(ServerProperties server) {
		this.secure = (server.getSsl() != null && server.getSsl().isEnabled())
				|| Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure());
		String contextPath = server.getServlet().getContextPath();
		this.path = (contextPath == null || contextPath.isEmpty()) ? "/" : contextPath;
	}

	/**
	 * Sets a cookie that outlives the browser by a year.
	 * @param name the cookie's name
	 * @param value its value
	 * @param response the response that carries it
	 */
	public void writeLongLived(String name, String value, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.path(this.path)
					.maxAge(LONG)
					.httpOnly(true)
					.secure(this.secure)
					.sameSite("Lax")
					.build()
					.toString());
	}

	/**
	 * Whether cookies are for TLS only.
	 * @return the {@code Secure} attribute
	 */
	public boolean secure() {
		return this.secure;
	}

	/**
	 * The context path, or {@code /} for an application at the root.
	 * @return the {@code Path} attribute
	 */
	public String path() {
		return this.path;
	}

}
