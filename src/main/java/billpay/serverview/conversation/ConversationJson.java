package billpay.serverview.conversation;

import java.util.stream.Stream;

import billpay.serverview.exchange.Exchange;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recorded requests as JSON. What another version of the application has written and this
 * one cannot read is missing from the conversation, and logged.
 */
final class ConversationJson {

	private static final Logger log = LoggerFactory.getLogger(ConversationJson.class);

	private final JsonMapper mapper = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.changeDefaultVisibility((visible) -> visible.withGetterVisibility(Visibility.NONE)
			.withIsGetterVisibility(Visibility.NONE)
			.withFieldVisibility(Visibility.ANY))
		.build();

	String write(Object value) {
		return this.mapper.writeValueAsString(value);
	}

	Stream<Exchange> readExchange(String json) {
		return Stream.ofNullable(read(json, Exchange.class));
	}

	@Nullable ReplayComparison readComparison(@Nullable String json) {
		return (json != null && !json.isEmpty()) ? read(json, ReplayComparison.class) : null;
	}

	private <T> @Nullable T read(String json, Class<T> type) {
		try {
			return this.mapper.readValue(json, type);
		}
		catch (JacksonException ex) {
			log.warn("recorded-request-dropped: reason={}", ex.getClass().getSimpleName());
			return null;
		}
	}

}
