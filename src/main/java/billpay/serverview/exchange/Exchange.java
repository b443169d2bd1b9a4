package billpay.serverview.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request and its response, with what happened between them.
 *
 * @param number its place in the order in which the requests of the conversation were
 * recorded, from 1, 0 until it has one
 * @param at when it came
 * @param request what was asked for
 * @param before the session that its cookie led to, {@code null} when there was none
 * @param after the session that the next request will find, {@code null} when there is
 * none
 * @param calls the calls to the session store, in their order
 * @param changes what the request did to the session's attributes
 * @param response what goes back
 * @param experiment what the request tried, {@code null} when it was none of the
 * experiments
 */
public record Exchange(int number, Instant at, RecordedRequest request, @Nullable RecordedSession before,
		@Nullable RecordedSession after, List<SessionStoreCall> calls, List<AttributeChange> changes,
		RecordedResponse response, @Nullable Experiment experiment) {

	/**
	 * The same exchange at a place in its conversation.
	 * @param number the place, from 1
	 * @return the exchange with that number
	 */
	public Exchange withNumber(int number) {
		return new Exchange(number, this.at, this.request, this.before, this.after, this.calls, this.changes,
				this.response, this.experiment);
	}

	/**
	 * The same request without the values of the session's attributes, and without the
	 * title of a page that may show them.
	 * @return the names alone
	 */
	public Exchange withoutValues() {
		return new Exchange(this.number, this.at, this.request, this.before, this.after, this.calls,
				this.changes.stream().map(AttributeChange::withoutValues).toList(), this.response.withoutTitle(),
				this.experiment);
	}

	/**
	 * Whether both are the same record but for the number.
	 * @param other another record
	 * @return {@code true} when all but the number is equal
	 */
	public boolean isSameAs(@Nullable Exchange other) {
		return other != null && withNumber(other.number()).equals(other);
	}

	/**
	 * The session that the request found and the one that it left.
	 * @return two sessions at most, which may be one at two moments
	 */
	public List<RecordedSession> sessions() {
		return Stream.of(this.before, this.after).filter(Objects::nonNull).toList();
	}

	/**
	 * Whether a session came to an end here, or was no more.
	 * @param session the session
	 * @return {@code true} when no later request finds it
	 */
	public boolean ends(RecordedSession session) {
		if (this.experiment == Experiment.EXPIRE) {
			return this.before != null && this.before.isSameAs(session);
		}
		return this.calls.stream()
			.anyMatch((call) -> call.kind().ends() && call.session().equals(session.fingerprint()));
	}

	/**
	 * Whether it has made some session end, or has found that it has ended.
	 * @return {@code true} when the values of that session are to be omitted
	 */
	public boolean endsSession() {
		return this.experiment == Experiment.EXPIRE || this.calls.stream().anyMatch((call) -> call.kind().ends());
	}

	/**
	 * Whether somebody signed in or out.
	 * @return {@code true} when the session has another user than before
	 */
	public boolean changesUser() {
		return !Objects.equals((this.before != null) ? this.before.user() : null,
				(this.after != null) ? this.after.user() : null);
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

}
