package billpay.web;

import java.time.Duration;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Creates cookie definitions for this application: its context path, {@code Secure} over
 * TLS, {@code HttpOnly} and {@code SameSite=Lax}.
 */
@Component
public class CookieDefinitionFactory {

	private static final Duration ONE_YEAR = Duration.ofDays(365);

	private final boolean secure;

	private final String path;

	// TLS of this server is detected. Behind a proxy that speaks TLS, set
	// server.servlet.session.cookie.secure.
	CookieDefinitionFactory(ServerProperties server) {
		this.secure = (server.getSsl() != null && server.getSsl().isEnabled())
				|| Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure());
		String contextPath = server.getServlet().getContextPath();
		this.path = (contextPath == null || contextPath.isEmpty()) ? "/" : contextPath;
	}

	/**
	 * A temporary cookie, which the browser deletes when it is closed.
	 * @param name the name as it goes over the wire
	 * @param key the end of the keys of the messages about it
	 * @return the cookie
	 */
	public CookieDefinition temporary(String name, String key) {
		return new CookieDefinition(name, key, null, this.path, this.secure, true, "Lax", false);
	}

	/**
	 * A temporary cookie that only some pages get.
	 * @param name the name as it goes over the wire
	 * @param key the end of the keys of the messages about it
	 * @param page the path of the pages below the context path
	 * @return the cookie
	 */
	public CookieDefinition temporary(String name, String key, String page) {
		String contextPath = (this.path.equals("/")) ? "" : this.path;
		return new CookieDefinition(name, key, null, contextPath + page, this.secure, true, "Lax", false);
	}

	/**
	 * A cookie that the browser keeps for a year.
	 * @param name the name as it goes over the wire
	 * @param key the end of the keys of the messages about it
	 * @return the cookie
	 */
	public CookieDefinition longLived(String name, String key) {
		return new CookieDefinition(name, key, ONE_YEAR, this.path, this.secure, true, "Lax", false);
	}

	/**
	 * A name with which browsers refuse, over TLS, a cookie that anybody else has set
	 * (RFC 6265bis, section 4.1.3).
	 * @param name the name over plain HTTP
	 * @return the name as it goes over the wire
	 */
	public String prefixed(String name) {
		String prefix = (this.path.equals("/")) ? "__Host-" : "__Secure-";
		return (this.secure) ? prefix + name : name;
	}

}
