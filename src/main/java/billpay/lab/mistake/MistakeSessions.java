package billpay.lab.mistake;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * The session that a browser has for the mistakes, by a cookie of their own. One request
 * at a time reads or changes a session, so that no mistake happens but the one that is
 * shown. An id that is not known leads to a new session.
 */
@Component
public class MistakeSessions {

	/** The path of all mistakes below the context path. */
	public static final String PATH = "/lab/mistakes";

	private static final String ID = MistakeSessions.class.getName() + ".ID";

	private final SessionRepository<MapSession> sessions;

	private final CookieDefinitionFactory cookies;

	private final List<CookieDefinition> defined = new CopyOnWriteArrayList<>();

	private final CookieDefinition cookie;

	MistakeSessions(@Qualifier("mistakeSessionRepository") SessionRepository<MapSession> sessions,
			CookieDefinitionFactory cookies) {
		this.sessions = sessions;
		this.cookies = cookies;
		this.cookie = cookie("LAB_MISTAKES", PATH, "Lax");
	}

	/**
	 * Defines a temporary cookie, which the reset of the lab deletes.
	 * @param name the name
	 * @param path the path below the context path
	 * @param sameSite the attribute {@code SameSite}, empty for none
	 * @return the cookie
	 */
	public final CookieDefinition cookie(String name, String path, String sameSite) {
		CookieDefinition added = this.cookies.temporary(name, "mistakes", path).withSameSite(sameSite);
		this.defined.add(added);
		return added;
	}

	/**
	 * Reads the session, an empty one if the browser has none.
	 * @param <T> the type of the result
	 * @param request the request
	 * @param reader computes the result
	 * @return the result
	 */
	public synchronized <T> T read(HttpServletRequest request, Function<MapSession, T> reader) {
		return reader.apply(find(request));
	}

	/**
	 * Changes the session, and creates one if the browser has none.
	 * @param request the request
	 * @param response its response, which gets the cookie
	 * @param change changes the session
	 */
	public synchronized void update(HttpServletRequest request, HttpServletResponse response,
			Consumer<MapSession> change) {
		MapSession session = find(request);
		change.accept(session);
		session.setLastAccessedTime(Instant.now());
		this.sessions.save(session);
		request.setAttribute(ID, session.getId());
		if (!session.getId().equals(this.cookie.read(request))) {
			this.cookie.write(session.getId(), response);
		}
	}

	/**
	 * Gives the browser a session if it has none, or the cookie of the one that was
	 * resumed.
	 * @param request the request
	 * @param response its response, which gets the cookie
	 */
	public void open(HttpServletRequest request, HttpServletResponse response) {
		update(request, response, (session) -> {
		});
	}

	/**
	 * Changes the session on a condition, with no other request in between.
	 * @param request the request
	 * @param response its response, which gets the cookie
	 * @param condition says whether the session is changed
	 * @param change changes the session
	 * @return whether it was changed
	 */
	public synchronized boolean updateIf(HttpServletRequest request, HttpServletResponse response,
			Predicate<MapSession> condition, Consumer<MapSession> change) {
		boolean update = condition.test(find(request));
		if (update) {
			update(request, response, change);
		}
		return update;
	}

	/**
	 * Makes the session with an id that of the request, whatever its cookie says.
	 * @param id the id
	 * @param request the request
	 * @return whether there is such a session
	 */
	public boolean resume(String id, HttpServletRequest request) {
		boolean known = this.sessions.findById(id) != null;
		if (known) {
			request.setAttribute(ID, id);
		}
		return known;
	}

	private MapSession find(HttpServletRequest request) {
		String id = (request.getAttribute(ID) instanceof String chosen) ? chosen : this.cookie.read(request);
		MapSession session = (id != null) ? this.sessions.findById(id) : null;
		return (session != null) ? session : this.sessions.createSession();
	}

	/**
	 * Makes the browser forget its session, by whichever cookie. What the server stores
	 * for it expires: the request that resets has another path, so it does not carry
	 * these cookies.
	 * @param response the response
	 */
	public void forget(HttpServletResponse response) {
		this.defined.forEach((cookie) -> cookie.forget(response));
	}

}
