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
 * The values of a session as JSON that a person can read, each with the name of its type
 * in front: ours plain, those of Spring Security by its own modules, flash attributes by
 * {@link FlashMapJacksonModule}. A value that cannot be read, because another version of
 * the application has written it, is {@code null} and logged: the customer loses that one
 * attribute and no more.
 */
final class JsonSessionSerializer implements RedisSerializer<Object> {

	private static final String OURS = "billpay.";

	private static final byte[] TYPE_OF_OURS = ("{\"@class\":\"" + OURS).getBytes(StandardCharsets.UTF_8);

	private static final Logger log = LoggerFactory.getLogger(JsonSessionSerializer.class);

	/** For numbers, which the one below would write as a list of type and value. */
	private final JsonMapper plain = new JsonMapper();

	private final JsonMapper ours = JsonMapper.builder()
		.activateDefaultTypingAsProperty(BasicPolymorphicTypeValidator.builder().allowIfSubType(OURS).build(),
				DefaultTyping.JAVA_LANG_OBJECT, "@class")
		.changeDefaultVisibility((visible) -> visible.withIsGetterVisibility(Visibility.NONE))
		.build();

	/** Also for the map in which Spring Session announces a new session. */
	private final JsonMapper spring = JsonMapper.builder()
		.addModules(SecurityJacksonModules.getModules(JsonSessionSerializer.class.getClassLoader(),
				BasicPolymorphicTypeValidator.builder()
					.allowIfSubType(FlashMap.class)
					.allowIfSubType(Number.class)
					.allowIfSubType(OURS)))
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
			return this.plain;
		}
		return (value.getClass().getName().startsWith(OURS)) ? this.ours : this.spring;
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
			return this.plain;
		}
		int length = Math.min(json.length, TYPE_OF_OURS.length);
		return (Arrays.equals(json, 0, length, TYPE_OF_OURS, 0, TYPE_OF_OURS.length)) ? this.ours : this.spring;
	}

}
