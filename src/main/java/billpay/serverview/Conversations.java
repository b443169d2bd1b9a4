package billpay.serverview;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The conversations of all browsers, in the memory of this one process and never in a
 * session. There is room for so much and no more: who is asked for least goes first, so
 * that a flood of strangers who come once drives out none who come again.
 */
@Component
class Conversations {

	private final ServerViewProperties settings;

	private final Clock clock;

	private final Cache<String, Conversation> byWord;

	Conversations(ServerViewProperties settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.byWord = Caffeine.newBuilder()
			.maximumWeight(settings.maxMemory().toBytes())
			.weigher((String word, Conversation conversation) -> conversation.weight())
			.expireAfter(
					Expiry.writing((String word, Conversation conversation) -> conversation.left(this.clock.instant())))
			.removalListener(Conversations::lost)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	private static void lost(@Nullable String word, @Nullable Conversation conversation, RemovalCause cause) {
		if (conversation != null && cause != RemovalCause.REPLACED) {
			conversation.foundBy(null);
		}
	}

	/**
	 * The conversation of a browser.
	 * @param word the browser's word, {@code null} when it has none
	 * @return what is recorded, an empty one when nothing is
	 */
	Conversation of(@Nullable String word) {
		Conversation conversation = (word != null) ? this.byWord.getIfPresent(word) : null;
		return (conversation != null) ? conversation : new Conversation(this.settings);
	}

	/**
	 * Adds a request that has ended to a browser's conversation.
	 * @param word the browser's word
	 * @param known what was found by it when the request came
	 * @param exchange the request and its answer
	 * @param same what is kept of the same request already, {@code null} when nothing is
	 */
	void add(String word, Conversation known, Exchange exchange, @Nullable Exchange same) {
		if (!known.isFoundBy(word)) {
			change(word, (conversation) -> conversation.add(exchange, same));
			return;
		}
		known.add(exchange, same);
		if (known.hasMoved(exchange.at())) {
			change(word, (conversation) -> {
				// Another one, if the time of the known one was up.
				if (conversation != known) {
					conversation.add(exchange, same);
				}
			});
		}
	}

	/**
	 * Keeps both answers to a request that was sent again.
	 * @param word the browser's word
	 * @param replay both answers, {@code null} when the second did not come
	 */
	void keep(String word, Replay.@Nullable Comparison replay) {
		change(word, (conversation) -> conversation.keep(replay));
	}

	private void change(String word, Consumer<Conversation> change) {
		// In one step with whoever moves or forgets it, and so that it is weighed anew.
		this.byWord.asMap().compute(word, (key, conversation) -> {
			Conversation changed = (conversation != null) ? conversation : new Conversation(this.settings);
			change.accept(changed);
			changed.note(this.clock.instant());
			changed.foundBy(key);
			return changed;
		});
	}

	/**
	 * Finds a conversation by another word from now on.
	 * @param word the word so far
	 * @param next the new one
	 */
	void move(String word, String next) {
		Conversation conversation = this.byWord.asMap().remove(word);
		if (conversation != null) {
			this.byWord.put(next, conversation);
			conversation.foundBy(next);
		}
	}

	void forget(String word) {
		this.byWord.invalidate(word);
	}

	/**
	 * How much memory the recordings take, roughly.
	 * @return bytes
	 */
	long weight() {
		this.byWord.cleanUp();
		return this.byWord.policy().eviction().orElseThrow().weightedSize().orElse(0);
	}

}
