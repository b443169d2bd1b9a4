package billpay.lab.technique;

import java.util.List;
import java.util.function.UnaryOperator;

import billpay.lab.order.LabOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * One way to remember the order of the first request until the second. What the browser
 * is given for it is one text, the <em>state</em>. To add a technique, add a bean of this
 * type, the template {@code lab/technique/} with its name, and its messages.
 */
public interface Technique {

	/**
	 * The name, which is the last part of its address and of its template's.
	 * @return lower case letters and hyphens
	 */
	String name();

	/**
	 * Makes what the browser is given: the order itself, or what leads to it.
	 * @param order the order of the first request
	 * @return the state, in characters that need no encoding in a cookie or an address
	 */
	String encode(LabOrder order);

	/**
	 * Makes what a browser is given that may have a state already. By default as for any
	 * other browser.
	 * @param state the state that it has sent, {@code null} for none
	 * @param order the order of the new first request
	 * @return the state from now on
	 */
	default String update(@Nullable String state, LabOrder order) {
		return encode(order);
	}

	/**
	 * Whether a browser can carry a text as it is. Any text by default.
	 * @param text what a customer has written
	 * @return {@code false} when it has characters that would have to be encoded
	 */
	default boolean canCarry(String text) {
		return true;
	}

	/**
	 * The state that a browser carries when its owner writes a text into it. By default
	 * the text itself.
	 * @param text a text that it can carry
	 * @return the state
	 */
	default String carry(String text) {
		return text;
	}

	/**
	 * Puts the state where the browser keeps it by itself. Does nothing by default: then
	 * the template puts it into the page.
	 * @param state the state
	 * @param response the response to the first request
	 */
	default void send(String state, HttpServletResponse response) {
	}

	/**
	 * Finds the state in the second request.
	 * @param request the request
	 * @return the state, {@code null} when the request carries none
	 */
	@Nullable String receive(HttpServletRequest request);

	/**
	 * Finds out what the server knows.
	 * @param state what the request carries, from whomever it comes
	 * @return the order, or why there is none
	 */
	DecodedState decode(String state);

	/**
	 * Changes a state as its customer can, without what only the server has.
	 * @param state the state
	 * @param edit the change to whatever is readable in it
	 * @return the changed state
	 */
	default String tamper(String state, UnaryOperator<String> edit) {
		return edit.apply(state);
	}

	/**
	 * Decodes the parts of a state that are encoded and not encrypted, as anybody can. By
	 * default there is none.
	 * @param state the state, from whomever it comes
	 * @return the parts in order, without those that cannot be decoded
	 */
	default List<ReadablePart> readableParts(String state) {
		return List.of();
	}

	/**
	 * What a state looks like.
	 * @return the end of the key of a message, by default of the one about an order
	 */
	default String format() {
		return "order";
	}

	/**
	 * Which state a change on the technique's page begins with. By default that of mark's
	 * bill, because the request that changes carries none.
	 * @return the end of the key of a message
	 */
	default String changesFrom() {
		return "bill";
	}

	/**
	 * Whether a script sends the second request and puts the response into the page that
	 * is already there.
	 * @return {@code false} when the browser shows the response as a page of its own, as
	 * by default
	 */
	default boolean isFetched() {
		return false;
	}

	/**
	 * Takes the state away from the browser. Does nothing by default.
	 * @param response the response
	 */
	default void forget(HttpServletResponse response) {
	}

}
