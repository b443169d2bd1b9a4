package billpay.serverview.recording;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Passes everything on to the repository and tells the {@link SessionRecorder} of the
 * thread's request about it. It asks the repository nothing of its own. What a request
 * has done to a session that it merely looks at is not saved.
 *
 * @param <S> the sessions of the repository
 */
public final class RecordingSessionRepository<S extends Session> implements FindByIndexNameSessionRepository<S> {

	private static final Logger log = LoggerFactory.getLogger(RecordingSessionRepository.class);

	private final FindByIndexNameSessionRepository<S> repository;

	private final ThreadLocal<@Nullable SessionRecorder> current = new ThreadLocal<>();

	public RecordingSessionRepository(FindByIndexNameSessionRepository<S> repository) {
		this.repository = repository;
	}

	/**
	 * Tells a recording about what this thread asks the repository, until
	 * {@link #stop()}.
	 * @param recording is told
	 */
	void start(SessionRecorder recording) {
		this.current.set(recording);
	}

	void stop() {
		this.current.remove();
	}

	@Override
	public S createSession() {
		S session = this.repository.createSession();
		tell((recording) -> recording.created(session));
		return session;
	}

	@Override
	public @Nullable S findById(String id) {
		S session = ask(id, () -> this.repository.findById(id));
		tell((recording) -> recording.found(id, session));
		return session;
	}

	@Override
	public void save(S session) {
		SessionRecorder recording = this.current.get();
		if (recording != null && recording.merelyLooksAt(session)) {
			return;
		}
		tell((told) -> told.saving(session));
		ask(session.getId(), () -> {
			this.repository.save(session);
			return null;
		});
		tell(SessionRecorder::saved);
	}

	@Override
	public void deleteById(String id) {
		ask(id, () -> {
			this.repository.deleteById(id);
			return null;
		});
		tell((recording) -> recording.deleted(id));
	}

	/**
	 * Not recorded: these are the sessions of other browsers.
	 */
	@Override
	public Map<String, S> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.repository.findByIndexNameAndIndexValue(indexName, indexValue);
	}

	private <T> @Nullable T ask(String id, Supplier<@Nullable T> question) {
		try {
			return question.get();
		}
		catch (RuntimeException ex) {
			tell((recording) -> recording.unanswered(id));
			throw ex;
		}
	}

	private void tell(Consumer<SessionRecorder> event) {
		SessionRecorder recording = this.current.get();
		if (recording == null) {
			return;
		}
		try {
			event.accept(recording);
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			log.warn("recording-failed", ex);
		}
	}

}
