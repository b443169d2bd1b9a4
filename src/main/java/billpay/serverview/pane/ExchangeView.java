package billpay.serverview.pane;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as the pane shows them.
 *
 * @param request the request line
 * @param status the status line
 * @param fields the names of the form's fields, {@code null} when there was no form
 * @param cookies the cookies that were sent, one in each line of the text
 * @param calls the calls to the session store
 * @param life how long the session has lived and will live, {@code null} when it is not
 * shown
 * @param changes what the request did to the session's attributes
 * @param response redirect and cookies of the response, {@code null} when it has none
 */
public record ExchangeView(String request, String status, @Nullable String fields, String cookies, List<Line> calls,
		@Nullable Countdown life, List<Line> changes, @Nullable List<Line> response) {

	/**
	 * A line of text.
	 *
	 * @param kind its name in the style sheet
	 * @param text the text
	 */
	public record Line(String kind, String text) {
	}

}
