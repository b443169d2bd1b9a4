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
 * Passes everything on to the repository and to the {@link SessionRecorder} of the
 * thread's request. It asks the repository nothing of its own. What a read-only request
 * has done to its session is not saved.
 *
 * @param <S> the sessions of the repository
 */
final class RecordingSessionRepository<S extends Session> implements FindByIndexNameSessionRepository<S> {

	private static final Logger log = LoggerFactory.getLogger(RecordingSessionRepository.class);

	private final FindByIndexNameSessionRepository<S> repository;

	private final ThreadLocal<@Nullable SessionRecorder> current = new ThreadLocal<>();

	RecordingSessionRepository(FindByIndexNameSessionRepository<S> repository) {
		this.repository = repository;
	}

	// Records what this thread asks the repository, until stop().
	void start(SessionRecorder recorder) {
		this.current.set(recorder);
	}

	void stop() {
		this.current.remove();
	}

	@Override
	public S createSession() {
		S session = this.repository.createSession();
		record((recorder) -> recorder.created(session));
		return session;
	}

	@Override
	public @Nullable S findById(String id) {
		S session = call(id, () -> this.repository.findById(id));
		record((recorder) -> recorder.found(id, session));
		return session;
	}

	@Override
	public void save(S session) {
		SessionRecorder current = this.current.get();
		if (current != null && current.isReadOnly(session)) {
			return;
		}
		record((recorder) -> recorder.saving(session));
		call(session.getId(), () -> {
			this.repository.save(session);
			return null;
		});
		record(SessionRecorder::saved);
	}

	@Override
	public void deleteById(String id) {
		call(id, () -> {
			this.repository.deleteById(id);
			return null;
		});
		record((recorder) -> recorder.deleted(id));
	}

	/**
	 * Not recorded: these are the sessions of other browsers.
	 */
	@Override
	public Map<String, S> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.repository.findByIndexNameAndIndexValue(indexName, indexValue);
	}

	private <T> @Nullable T call(String id, Supplier<@Nullable T> repositoryCall) {
		try {
			return repositoryCall.get();
		}
		catch (RuntimeException ex) {
			record((recorder) -> recorder.failed(id));
			throw ex;
		}
	}

	private void record(Consumer<SessionRecorder> event) {
		SessionRecorder recorder = this.current.get();
		if (recorder == null) {
			return;
		}
		try {
			event.accept(recorder);
		}
		catch (RuntimeException ex) {
			log.warn("recording-failed", ex);
		}
	}

}
