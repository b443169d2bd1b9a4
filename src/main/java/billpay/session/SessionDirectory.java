package billpay.session;

import java.util.List;

import org.springframework.session.Session;

/**
 * Lists the active sessions of the session store without prolonging or changing them.
 */
public interface SessionDirectory {

	/**
	 * Counts the live sessions.
	 * @return how many there are
	 */
	long count();

	/**
	 * Finds live sessions, those that began last first.
	 * @param offset how many of them to leave out
	 * @param limit how many to return at most
	 * @return copies of the sessions
	 */
	List<? extends Session> findNewest(int offset, int limit);

}
