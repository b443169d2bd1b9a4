package billpay.session.redis;

import java.util.HashMap;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.web.servlet.FlashMap;

/**
 * Spring MVC's flash attributes as JSON. Jackson takes a {@link FlashMap} for a map, and
 * would lose the request that it is for and the time at which it expires.
 */
final class FlashMapJacksonModule extends SimpleModule {

	private static final String PATH = "targetRequestPath";

	private static final String PARAMS = "targetRequestParams";

	private static final String EXPIRES = "expirationTime";

	private static final String ATTRIBUTES = "attributes";

	FlashMapJacksonModule() {
		addSerializer(FlashMap.class, new Serializer());
		addDeserializer(FlashMap.class, new Deserializer());
	}

	private static final class Serializer extends ValueSerializer<FlashMap> {

		@Override
		public void serialize(FlashMap flash, JsonGenerator json, SerializationContext context) {
			json.writeStartObject();
			writeProperties(flash, json);
			json.writeEndObject();
		}

		@Override
		public void serializeWithType(FlashMap flash, JsonGenerator json, SerializationContext context,
				TypeSerializer types) {
			WritableTypeId type = types.writeTypePrefix(json, context, types.typeId(flash, JsonToken.START_OBJECT));
			writeProperties(flash, json);
			types.writeTypeSuffix(json, context, type);
		}

		private static void writeProperties(FlashMap flash, JsonGenerator json) {
			json.writeStringProperty(PATH, flash.getTargetRequestPath());
			json.writeObjectPropertyStart(PARAMS);
			flash.getTargetRequestParams().forEach((name, values) -> {
				json.writeName(name);
				json.writeArray(values.toArray(String[]::new), 0, values.size());
			});
			json.writeEndObject();
			json.writeNumberProperty(EXPIRES, flash.getExpirationTime());
			json.writePOJOProperty(ATTRIBUTES, new HashMap<>(flash));
		}

	}

	private static final class Deserializer extends ValueDeserializer<FlashMap> {

		@Override
		public FlashMap deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode json = context.readTree(parser);
			FlashMap flash = new FlashMap();
			flash.setTargetRequestPath(json.path(PATH).stringValue(null));
			json.path(PARAMS)
				.properties()
				.forEach((param) -> param.getValue()
					.forEach((value) -> flash.addTargetRequestParam(param.getKey(), value.stringValue())));
			flash.setExpirationTime(json.path(EXPIRES).longValue());
			HashMap<?, ?> attributes = context.readTreeAsValue(json.path(ATTRIBUTES), HashMap.class);
			attributes.forEach((name, value) -> flash.put((String) name, value));
			return flash;
		}

	}

}
