package billpay.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpSession;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a test of sessions over HTTP needs beside the shop: a clock that stands still, a
 * count of what the store is asked, and requests that do what the test says.
 */
@TestConfiguration(proxyBeanMethods = false)
public class WorkbenchTools {

	@Bean
	@Primary
	HandClock handClock() {
		return new HandClock();
	}

	@Bean
	@Primary
	<S extends Session> CountedSessions<S> countedSessions(@Qualifier("sessionRepository") SessionRepository<S> store) {
		return new CountedSessions<>(store);
	}

	/**
	 * {@code GET /workbench/{name}} does with the session what the test has put under
	 * that name.
	 */
	@RestController
	public static class Tasks {

		private final Map<String, Consumer<HttpSession>> tasks = new ConcurrentHashMap<>();

		/**
		 * Says what a request does.
		 * @param name the last part of its path
		 * @param task what to do with the session
		 */
		public void put(String name, Consumer<HttpSession> task) {
			this.tasks.put(name, task);
		}

		@GetMapping("/workbench/{name}")
		String run(@PathVariable String name, HttpSession session) {
			this.tasks.get(name).accept(session);
			return "done";
		}

	}

	/**
	 * The shop's store, and how often it was asked for anything.
	 *
	 * @param <S> its sessions
	 */
	public static class CountedSessions<S extends Session> implements SessionRepository<S> {

		private final SessionRepository<S> store;

		private final AtomicInteger calls = new AtomicInteger();

		private final AtomicInteger created = new AtomicInteger();

		CountedSessions(SessionRepository<S> store) {
			this.store = store;
		}

		public int created() {
			return this.created.get();
		}

		public int calls() {
			return this.calls.get();
		}

		@Override
		public S createSession() {
			this.created.incrementAndGet();
			this.calls.incrementAndGet();
			return this.store.createSession();
		}

		@Override
		public void save(S session) {
			this.calls.incrementAndGet();
			this.store.save(session);
		}

		@Override
		public S findById(String id) {
			this.calls.incrementAndGet();
			return this.store.findById(id);
		}

		@Override
		public void deleteById(String id) {
			this.calls.incrementAndGet();
			this.store.deleteById(id);
		}

	}

}
