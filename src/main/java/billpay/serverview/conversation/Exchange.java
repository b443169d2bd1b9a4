package billpay.serverview.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A request and its answer, as they may be shown and kept: no secret is in it.
 *
 * @param at when it came
 * @param request what was asked for
 * @param cookies the cookies that came
 * @param before the session that they led to, {@code null} when there was none
 * @param after the session that the next request will find, {@code null} when there is
 * none
 * @param calls the calls to the session store, in their order
 * @param changes what the request did to the session's attributes
 * @param answer what goes back
 * @param experiment what the request tried, {@code null} when it was none of the
 * experiments
 */
public record Exchange(Instant at, RequestLine request, List<SentCookie> cookies, @Nullable RecordedSession before,
		@Nullable RecordedSession after, List<SessionStoreCall> calls, List<Change> changes, Answer answer,
		@Nullable Experiment experiment) {

	/**
	 * Whether this answer sends the browser to an address.
	 * @param target the address
	 * @return {@code true} for a redirect there
	 */
	public boolean leadsTo(String target) {
		return target.equals(this.answer.location());
	}

	/**
	 * Whether a session came to an end here, or was no more.
	 * @param session the session
	 * @return {@code true} when no later request finds it
	 */
	public boolean ends(RecordedSession session) {
		if (this.experiment == Experiment.EXPIRE) {
			return true;
		}
		return this.calls.stream()
			.anyMatch((call) -> call.kind().ends() && call.session().equals(session.fingerprint()));
	}

	/**
	 * Whether a call to the session store failed, so that what it holds is not known.
	 * @return {@code true} when the store did not respond
	 */
	public boolean storeFailed() {
		return this.calls.stream().anyMatch((call) -> call.kind() == SessionStoreCall.Kind.UNANSWERED);
	}

	/**
	 * How many calls came before the session's changes: those that only read.
	 * @return the number of calls at the beginning that read
	 */
	public int readCalls() {
		return (int) this.calls.stream().takeWhile((call) -> call.kind().reads()).count();
	}

	/**
	 * Whose request it is: who is signed in by the end of it, or was until then.
	 * @return the account's name, {@code null} when nobody is or was signed in
	 */
	public @Nullable String user() {
		String user = (this.after != null) ? this.after.user() : null;
		return (user == null && this.before != null) ? this.before.user() : user;
	}

	/**
	 * What was asked for.
	 *
	 * @param method the method
	 * @param target path and query as they came, without what may be a secret
	 * @param protocol the version of HTTP
	 * @param referer the page that the browser says it came from, with its site when that
	 * is another one, {@code null} when it says none
	 * @param fields the names of the fields that a form brought; their values are not
	 * kept
	 * @param form names the form, {@code null} when it was none
	 * @param whole whether the target is all that came
	 */
	public record RequestLine(String method, String target, String protocol, @Nullable String referer,
			List<String> fields, @Nullable String form, boolean whole) {

		/**
		 * Method and target.
		 * @return such as {@code GET /bill}
		 */
		public String what() {
			return this.method + " " + this.target;
		}

	}

	/**
	 * What goes back.
	 *
	 * @param status the status
	 * @param location where it sends the browser, {@code null} when nowhere
	 * @param setCookies what the browser is to keep or forget
	 * @param title the title of the page, {@code null} when it is none
	 */
	public record Answer(int status, @Nullable String location, List<SetCookie> setCookies, @Nullable String title) {

		/**
		 * Status and reason phrase (RFC 9110, section 15).
		 * @return such as {@code 303 See Other}
		 */
		public String statusLine() {
			HttpStatus known = HttpStatus.resolve(this.status);
			return (known != null) ? this.status + " " + known.getReasonPhrase() : Integer.toString(this.status);
		}

		/**
		 * Whether another answer shows the same.
		 * @param other an answer to the same request
		 * @return {@code true} when both are the same page or lead to the same
		 */
		public boolean isSameAs(Answer other) {
			return this.status == other.status && Objects.equals(this.location, other.location)
					&& Objects.equals(this.title, other.title);
		}

	}

}
