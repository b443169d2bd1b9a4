package billpay.serverview.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import billpay.serverview.ServerViewProperties;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were never sent, for tests of what is kept of them.
 */
public final class Exchanges {

	public static final ServerViewProperties PROPERTIES = new ServerViewProperties(true, 5, 40, Duration.ofMinutes(5));

	private Exchanges() {
	}

	public static Exchange anonymous(Instant at, String what) {
		return exchange(at, what, null, null, List.of(), null);
	}

	static Exchange redirect(Instant at, String what, String location) {
		return exchange(at, what, null, null, List.of(), location);
	}

	static Exchange of(Instant at, String what, @Nullable RecordedSession session) {
		return exchange(at, what, session, session, List.of(), null);
	}

	static RecordedSession session(String fingerprint, Instant ends, @Nullable String user) {
		return new RecordedSession(fingerprint, ends.minusSeconds(1800), ends, user, null);
	}

	static Exchange exchange(Instant at, String what, @Nullable RecordedSession before, @Nullable RecordedSession after,
			List<SessionStoreCall> calls, @Nullable String location) {
		String[] words = what.split(" ");
		Exchange.RequestLine line = new Exchange.RequestLine(words[0], words[1], "HTTP/1.1", null, List.of(), null,
				true);
		return new Exchange(at, line, List.of(), before, after, calls, List.of(),
				new Exchange.Answer((location != null) ? 303 : 200, location, List.of(), "Title"), null);
	}

}
