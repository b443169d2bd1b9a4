package billpay.lab.mistake;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The session that a browser has for the mistakes, by a cookie of their own. One request
 * at a time reads or changes a session, so that no mistake happens but the one that is
 * shown. An id that is not known leads to a new session.
 */
@Component
public class MistakeSessions {

	/** The path of all mistakes below the context path. */
	static final String PATH = "/lab/mistakes";

	private static final String ID = MistakeSessions.class.getName() + ".ID";

	private final SessionRepository<MapSession> sessions;

	private final CookieDefinition cookie;

	MistakeSessions(@Qualifier("mistakeSessionRepository") SessionRepository<MapSession> sessions,
			CookieDefinitionFactory cookies) {
		this.sessions = sessions;
		this.cookie = cookie(cookies, "LAB_MISTAKES", PATH, "Lax");
	}

	static CookieDefinition cookie(CookieDefinitionFactory cookies, String name, String path, String sameSite) {
		String contextPath = (cookies.path().equals("/")) ? "" : cookies.path();
		return new CookieDefinition(name, "mistakes", null, contextPath + path, cookies.secure(), true, sameSite,
				false);
	}

	static @Nullable String read(HttpServletRequest request, CookieDefinition definition) {
		Cookie cookie = WebUtils.getCookie(request, definition.name());
		return (cookie != null) ? cookie.getValue() : null;
	}

	synchronized <T> T read(HttpServletRequest request, Function<MapSession, T> reader) {
		return reader.apply(find(request));
	}

	synchronized void update(HttpServletRequest request, HttpServletResponse response, Consumer<MapSession> change) {
		MapSession session = find(request);
		change.accept(session);
		session.setLastAccessedTime(Instant.now());
		this.sessions.save(session);
		request.setAttribute(ID, session.getId());
		if (!session.getId().equals(read(request, this.cookie))) {
			this.cookie.write(session.getId(), response);
		}
	}

	// Makes the session with an id that of the request, whatever its cookie says.
	boolean resume(@Nullable String id, HttpServletRequest request) {
		boolean known = id != null && this.sessions.findById(id) != null;
		if (known) {
			request.setAttribute(ID, id);
		}
		return known;
	}

	private MapSession find(HttpServletRequest request) {
		String id = (request.getAttribute(ID) instanceof String chosen) ? chosen : read(request, this.cookie);
		MapSession session = (id != null) ? this.sessions.findById(id) : null;
		return (session != null) ? session : this.sessions.createSession();
	}

	/**
	 * Makes the browser forget its session. What the server stores for it expires.
	 * @param response the response
	 */
	public void forget(HttpServletResponse response) {
		this.cookie.forget(response);
	}

}
