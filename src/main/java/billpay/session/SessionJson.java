package billpay.session;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.security.jackson.SecurityJacksonModules;

/**
 * The values of a session as JSON that a person can read, each with the name of its type
 * in front: ours plain, those of Spring Security by its own modules. What cannot be read,
 * because another version of the application has written it, is left out and logged: the
 * customer loses that one thing and no more.
 */
final class SessionJson {

	private static final String OURS = "billpay.";

	private static final String OF_OURS = "{\"@class\":\"" + OURS;

	private static final Logger log = LoggerFactory.getLogger(SessionJson.class);

	private final JsonMapper ours = JsonMapper.builder()
		.activateDefaultTypingAsProperty(BasicPolymorphicTypeValidator.builder().allowIfSubType(OURS).build(),
				DefaultTyping.JAVA_LANG_OBJECT, "@class")
		.changeDefaultVisibility((visible) -> visible.withIsGetterVisibility(Visibility.NONE))
		.build();

	private final JsonMapper ofSecurity = JsonMapper.builder()
		.addModules(SecurityJacksonModules.getModules(SessionJson.class.getClassLoader()))
		.build();

	/**
	 * Writes a value.
	 * @param value a value of ours, of Spring Security, or a simple one
	 * @return the value as JSON
	 */
	String write(Object value) {
		JsonMapper mapper = (value.getClass().getName().startsWith(OURS)) ? this.ours : this.ofSecurity;
		return mapper.writerFor(Object.class).writeValueAsString(value);
	}

	/**
	 * Reads a value.
	 * @param name the attribute's name
	 * @param json what was written
	 * @return the value, {@code null} when it cannot be read
	 */
	@Nullable Object read(String name, String json) {
		try {
			return ((json.startsWith(OF_OURS)) ? this.ours : this.ofSecurity).readValue(json, Object.class);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			log.warn("session-attribute-dropped: name={} reason={}", name, ex.getClass().getSimpleName());
			return null;
		}
	}

}
