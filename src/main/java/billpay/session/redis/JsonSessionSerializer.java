package billpay.session.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.web.servlet.FlashMap;

/**
 * Serializes the values of a session as JSON that a person can read. It takes three
 * mappers: that of Spring Security's modules writes a type beside each nested list and
 * amount too, so classes of this application have one that writes the type of the whole
 * value only; and as both write a {@code long} as a list of type and value, numbers have
 * a plain one. A value that cannot be read, because another version of the application
 * has written it, is {@code null} and logged: the customer loses that one attribute only.
 */
final class JsonSessionSerializer implements RedisSerializer<Object> {

	private static final String APPLICATION = "billpay.";

	private static final byte[] APPLICATION_TYPE = ("{\"@class\":\"" + APPLICATION).getBytes(StandardCharsets.UTF_8);

	private static final Logger log = LoggerFactory.getLogger(JsonSessionSerializer.class);

	private final JsonMapper numberMapper = new JsonMapper();

	private final JsonMapper applicationMapper = JsonMapper.builder()
		.activateDefaultTypingAsProperty(BasicPolymorphicTypeValidator.builder().allowIfSubType(APPLICATION).build(),
				DefaultTyping.JAVA_LANG_OBJECT, "@class")
		.changeDefaultVisibility((visible) -> visible.withIsGetterVisibility(Visibility.NONE))
		.build();

	/**
	 * For Spring's own attributes, and for the map that Spring Session publishes when a
	 * session is created.
	 */
	private final JsonMapper securityMapper = JsonMapper.builder()
		.addModules(SecurityJacksonModules.getModules(JsonSessionSerializer.class.getClassLoader(),
				BasicPolymorphicTypeValidator.builder()
					.allowIfSubType(FlashMap.class)
					.allowIfSubType(Number.class)
					.allowIfSubType(APPLICATION)))
		.addModule(new FlashMapJacksonModule())
		.addModule(new UnmodifiableListJacksonModule())
		.build();

	@Override
	public byte[] serialize(@Nullable Object value) {
		if (value == null) {
			return new byte[0];
		}
		return mapperFor(value).writerFor(Object.class).writeValueAsBytes(value);
	}

	private JsonMapper mapperFor(Object value) {
		if (value instanceof Number) {
			return this.numberMapper;
		}
		return (value.getClass().getName().startsWith(APPLICATION)) ? this.applicationMapper : this.securityMapper;
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] json) {
		if (json == null || json.length == 0) {
			return null;
		}
		try {
			return mapperFor(json).readValue(json, Object.class);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			log.warn("session-attribute-dropped: reason={}", ex.getClass().getSimpleName());
			return null;
		}
	}

	private JsonMapper mapperFor(byte[] json) {
		if (Character.isDigit(json[0])) {
			return this.numberMapper;
		}
		int length = Math.min(json.length, APPLICATION_TYPE.length);
		return (Arrays.equals(json, 0, length, APPLICATION_TYPE, 0, APPLICATION_TYPE.length)) ? this.applicationMapper
				: this.securityMapper;
	}

}
