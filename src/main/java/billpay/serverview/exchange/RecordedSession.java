package billpay.serverview.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A session at one moment: no id and none of its contents.
 *
 * @param fingerprint stands for its id
 * @param began when it began; a change of id keeps it
 * @param ends when it ends if nobody asks for it again
 * @param user who is signed in, {@code null} when nobody is
 * @param signedIn since when, {@code null} when it does not say
 */
public record RecordedSession(String fingerprint, Instant began, Instant ends, @Nullable String user,
		@Nullable Instant signedIn) {

	/**
	 * Whether this is the same session at another moment, perhaps with another id.
	 * @param other a session
	 * @return {@code true} when both began at the same time
	 */
	public boolean isSameAs(RecordedSession other) {
		return this.began.equals(other.began);
	}

}
