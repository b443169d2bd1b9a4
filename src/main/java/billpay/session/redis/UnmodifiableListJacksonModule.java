package billpay.session.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the unmodifiable list in which Spring Security keeps a user's authorities.
 * Jackson does not cache its own deserializer of such a list: it makes a new one, under a
 * lock, at each read of a session.
 */
final class UnmodifiableListJacksonModule extends SimpleModule {

	UnmodifiableListJacksonModule() {
		addDeserializer(unmodifiableList(), new Deserializer());
	}

	@SuppressWarnings("unchecked")
	private static Class<List<Object>> unmodifiableList() {
		return (Class<List<Object>>) Collections.unmodifiableList(new ArrayList<>()).getClass();
	}

	private static final class Deserializer extends ValueDeserializer<List<Object>> {

		@Override
		public List<Object> deserialize(JsonParser parser, DeserializationContext context) {
			List<Object> values = new ArrayList<>();
			for (JsonNode value : context.readTree(parser)) {
				values.add(context.readTreeAsValue(value, Object.class));
			}
			return Collections.unmodifiableList(values);
		}

		@Override
		public boolean isCachable() {
			return true;
		}

	}

}
