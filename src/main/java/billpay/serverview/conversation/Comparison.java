package billpay.serverview.conversation;

import java.util.Objects;

/**
 * One request, sent with its cookies and without.
 *
 * @param with the request as the browser sent it, and its answer
 * @param without the answer to the same request from somebody without a cookie
 */
public record Comparison(Exchange with, Exchange.Answer without) {

	/**
	 * Whether the cookies made no difference.
	 * @return {@code true} when both are the same page or lead to the same
	 */
	public boolean same() {
		Exchange.Answer answer = this.with.answer();
		return answer.status() == this.without.status() && Objects.equals(answer.location(), this.without.location())
				&& Objects.equals(answer.title(), this.without.title());
	}

}
