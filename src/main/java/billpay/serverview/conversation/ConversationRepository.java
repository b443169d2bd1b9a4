package billpay.serverview.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import billpay.serverview.ServerViewProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The conversations of all browsers by the token in each one's cookie, in the memory of
 * this one process and never in a session. Their number is bounded: the least used goes
 * first, so that many browsers that come once drive out none that comes again.
 */
@Component
public class ConversationRepository {

	private final ServerViewProperties properties;

	private final Clock clock;

	private final Cache<String, Conversation> byToken;

	ConversationRepository(ServerViewProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
		this.byToken = Caffeine.newBuilder()
			.maximumSize(properties.maxConversations())
			.expireAfter(Expiry.writing((String token, Conversation conversation) -> timeToLive(conversation)))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	private Duration timeToLive(Conversation conversation) {
		Duration left = conversation.sessionLeft(this.clock.instant());
		return (left.isZero()) ? this.properties.keep() : left;
	}

	/**
	 * The conversation of a browser.
	 * @param token the browser's token, {@code null} when it has none
	 * @return what is recorded, an empty one when nothing is
	 */
	public Conversation find(@Nullable String token) {
		Conversation conversation = (token != null) ? this.byToken.getIfPresent(token) : null;
		return (conversation != null) ? conversation : newConversation();
	}

	private Conversation newConversation() {
		return new Conversation(this.properties.maxExchanges());
	}

	/**
	 * Adds a request that has ended to a browser's conversation.
	 * @param token the browser's token
	 * @param exchange the request and its answer
	 * @param same what is kept of the same request already, {@code null} when nothing is
	 */
	public void add(String token, Exchange exchange, @Nullable Exchange same) {
		change(token, (conversation) -> conversation.add(exchange, same));
	}

	/**
	 * Keeps both answers to a request that was sent again.
	 * @param token the browser's token
	 * @param comparison both answers, {@code null} when the second did not come
	 */
	public void keep(String token, @Nullable Comparison comparison) {
		change(token, (conversation) -> conversation.keep(comparison));
	}

	private void change(String token, Consumer<Conversation> change) {
		// Atomic, because it may be moved or forgotten at the same time, and a write, so
		// that it is kept as long as its session lives by now.
		this.byToken.asMap().compute(token, (key, known) -> {
			Conversation conversation = (known != null) ? known : newConversation();
			change.accept(conversation);
			return conversation;
		});
	}

	/**
	 * Finds a conversation by another token from now on.
	 * @param token the token so far
	 * @param next the new one
	 */
	public void move(String token, String next) {
		Conversation conversation = this.byToken.asMap().remove(token);
		if (conversation != null) {
			this.byToken.put(next, conversation);
		}
	}

	/**
	 * Forgets all that is recorded of a browser.
	 * @param token the browser's token
	 */
	public void forget(String token) {
		this.byToken.invalidate(token);
	}

	/**
	 * How many browsers are recorded.
	 * @return the number of conversations
	 */
	public long count() {
		this.byToken.cleanUp();
		return this.byToken.estimatedSize();
	}

}
