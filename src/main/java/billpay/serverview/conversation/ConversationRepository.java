package billpay.serverview.conversation;

import billpay.serverview.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of all browsers by the token in each one's cookie, never in a
 * session. They are bounded in number, size and time ({@code billpay.server-view.*}).
 */
public interface ConversationRepository {

	/**
	 * The conversation of a browser.
	 * @param token the browser's token, {@code null} when it has none
	 * @return what is recorded, an empty one when nothing is
	 */
	Conversation find(@Nullable String token);

	/**
	 * The end of a browser's conversation, for what is to be known at each page: the
	 * redirects that have led to it.
	 * @param token the browser's token, {@code null} when it has none
	 * @return the latest requests, all of them where that costs no more
	 */
	default Conversation findLatest(@Nullable String token) {
		return find(token);
	}

	/**
	 * Adds a request that has ended to a browser's conversation.
	 * @param token the browser's token
	 * @param exchange the request and its response
	 * @param replaced what is kept of the same request already, {@code null} when nothing
	 * is
	 */
	void add(String token, Exchange exchange, @Nullable Exchange replaced);

	/**
	 * Keeps both responses to a request that was sent again.
	 * @param token the browser's token
	 * @param comparison both responses, {@code null} when the second did not come
	 */
	void keep(String token, @Nullable ReplayComparison comparison);

	/**
	 * Records that a read-only page has shown the conversation. Redirects that came
	 * before have not led to a later request for that page.
	 * @param token the browser's token
	 */
	void markShown(String token);

	/**
	 * Finds a conversation by another token from now on.
	 * @param token the token so far
	 * @param next the new one
	 */
	void move(String token, String next);

	/**
	 * Forgets all that is recorded of a browser.
	 * @param token the browser's token
	 */
	void forget(String token);

	/**
	 * How many browsers are recorded.
	 * @return the number of conversations
	 */
	long count();

}
