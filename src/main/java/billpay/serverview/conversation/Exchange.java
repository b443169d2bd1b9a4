package billpay.serverview.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import billpay.cookies.SentCookie;
import billpay.cookies.SetCookie;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request and its answer, as they may be shown and kept: no secret is in it.
 *
 * @param number its place in the order in which the requests of the conversation were
 * recorded, from 1, 0 until it has one
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
public record Exchange(int number, Instant at, RequestLine request, List<SentCookie> cookies,
		@Nullable RecordedSession before, @Nullable RecordedSession after, List<SessionStoreCall> calls,
		List<Change> changes, Answer answer, @Nullable Experiment experiment) {

	Exchange withNumber(int number) {
		return new Exchange(number, this.at, this.request, this.cookies, this.before, this.after, this.calls,
				this.changes, this.answer, this.experiment);
	}

	// Whether both are the same record, whichever of them has its number.
	boolean isSameAs(@Nullable Exchange other) {
		return other != null && withNumber(other.number()).equals(other);
	}

	/**
	 * Whether this answer sends the browser to an address.
	 * @param target the address
	 * @return {@code true} for a redirect there
	 */
	public boolean leadsTo(String target) {
		String location = this.answer.location();
		// The browser keeps what is behind # to itself.
		return location != null && target.equals(location.split("#", 2)[0]);
	}

	// Whether a session came to an end here, or was no more.
	boolean ends(RecordedSession session) {
		if (this.experiment == Experiment.EXPIRE) {
			return this.before != null && this.before.began().equals(session.began());
		}
		return this.calls.stream()
			.anyMatch((call) -> call.kind().ends() && call.session().equals(session.fingerprint()));
	}

	// The session that the request found and the one that it left.
	List<RecordedSession> sessions() {
		return Stream.of(this.before, this.after).filter(Objects::nonNull).toList();
	}

	/**
	 * The proxy that passed the request on (RFC 9110, section 7.6.3).
	 * @return the value of {@code Via}, {@code null} when the browser has sent it
	 * directly
	 */
	public @Nullable String via() {
		return this.request.headers()
			.stream()
			.filter((header) -> header.name().equalsIgnoreCase(HttpHeaders.VIA))
			.map(Header::value)
			.findFirst()
			.orElse(null);
	}

	// Whether it has made some session end, or has found that it has ended.
	boolean endsSession() {
		return this.experiment == Experiment.EXPIRE || this.calls.stream().anyMatch((call) -> call.kind().ends());
	}

	/**
	 * Whether the browser has brought none of our cookies.
	 * @return {@code true} for a first request, and for browsers that block cookies
	 */
	public boolean isFromStranger() {
		return this.cookies.stream().allMatch((cookie) -> cookie.kind() == SentCookie.Kind.OTHER);
	}

	// Whether somebody signed in or out.
	boolean changesUser() {
		return !Objects.equals((this.before != null) ? this.before.user() : null,
				(this.after != null) ? this.after.user() : null);
	}

	/**
	 * The same request without the values of the session's attributes, and without the
	 * title of a page that may show them.
	 * @return the names alone
	 */
	public Exchange withoutValues() {
		return new Exchange(this.number, this.at, this.request, this.cookies, this.before, this.after, this.calls,
				this.changes.stream().map(Change::withoutValues).toList(), this.answer.withoutTitle(), this.experiment);
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
	 * @param fields the fields that a form brought; of their values only the cart's id is
	 * kept
	 * @param form names the form, {@code null} when it was none
	 * @param whole whether the target is all that came
	 * @param headers the headers without cookies, in their order
	 * @param otherBrowser whether it came from another browser, which has taken the
	 * session over
	 */
	public record RequestLine(String method, String target, String protocol, @Nullable String referer,
			List<Field> fields, @Nullable String form, boolean whole, List<Header> headers, boolean otherBrowser) {

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
	 * @param node the node that answered, {@code null} when there is only one
	 * @param headers the headers without cookies, in their order; none while the response
	 * is being written
	 */
	public record Answer(int status, @Nullable String location, List<SetCookie> setCookies, @Nullable String title,
			@Nullable String node, List<Header> headers) {

		Answer withoutTitle() {
			return new Answer(this.status, this.location, this.setCookies, null, this.node, this.headers);
		}

		/**
		 * Status and reason phrase (RFC 9110, section 15).
		 * @return such as {@code 303 See Other}
		 */
		public String statusLine() {
			HttpStatus known = HttpStatus.resolve(this.status);
			return (known != null) ? this.status + " " + known.getReasonPhrase() : Integer.toString(this.status);
		}

	}

}
