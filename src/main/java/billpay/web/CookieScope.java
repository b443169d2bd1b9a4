package billpay.web;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Where our cookies go: back to this application alone, and over TLS only where it is
 * served over TLS.
 */
@Component
public class CookieScope {

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
