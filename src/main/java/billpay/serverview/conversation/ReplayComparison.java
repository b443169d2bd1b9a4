package billpay.serverview.conversation;

import java.util.Objects;

import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedResponse;

/**
 * One request, sent with its cookies and without.
 *
 * @param with the request as the browser sent it, and its response
 * @param without the response to the same request from somebody without a cookie
 */
public record ReplayComparison(Exchange with, RecordedResponse without) {

	/**
	 * Whether the cookies made no difference.
	 * @return {@code true} when both are the same page or lead to the same
	 */
	public boolean same() {
		RecordedResponse response = this.with.response();
		return response.status() == this.without.status()
				&& Objects.equals(response.location(), this.without.location())
				&& Objects.equals(response.title(), this.without.title());
	}

}
