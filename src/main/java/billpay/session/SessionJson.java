package billpay.session;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.web.servlet.FlashMap;

/**
 * The values of a session as JSON that a person can read, each with the name of its type
 * in front: ours plain, those of Spring Security by its own modules, flash attributes by
 * {@link FlashMapJacksonModule}. What cannot be read, because another version of the
 * application has written it, is left out and logged: the customer loses that one thing
 * and no more.
 */
final class SessionJson {

	private static final String OURS = "billpay.";

	private static final String OF_OURS = "{\"@class\":\"" + OURS;

	private static final String OF_SECURITY = "{\"@class\":\"org.springframework.security.";

	/** Letters of JSON. */
	private static final long MOST_KEPT = 2_000_000;

	private static final Duration KEPT_FOR = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(SessionJson.class);

	private final JsonMapper ours = JsonMapper.builder()
		.activateDefaultTypingAsProperty(BasicPolymorphicTypeValidator.builder().allowIfSubType(OURS).build(),
				DefaultTyping.JAVA_LANG_OBJECT, "@class")
		.changeDefaultVisibility((visible) -> visible.withIsGetterVisibility(Visibility.NONE))
		.build();

	private final JsonMapper ofSpring = JsonMapper.builder()
		.addModules(SecurityJacksonModules.getModules(SessionJson.class.getClassLoader(),
				BasicPolymorphicTypeValidator.builder().allowIfSubType(FlashMap.class)))
		.addModule(new FlashMapJacksonModule())
		.build();

	/**
	 * What was read lately, by its JSON: a request mostly finds what the last one found,
	 * and to read a user takes as long as a query.
	 */
	private final Cache<String, Object> lately = Caffeine.newBuilder()
		.maximumWeight(MOST_KEPT)
		.weigher((String json, Object value) -> json.length())
		.expireAfterAccess(KEPT_FOR)
		.scheduler(Scheduler.systemScheduler())
		.executor(Runnable::run)
		.build();

	/**
	 * Writes a value.
	 * @param value a value of ours, of Spring, or a simple one
	 * @return the value as JSON
	 */
	String write(Object value) {
		JsonMapper mapper = (value.getClass().getName().startsWith(OURS)) ? this.ours : this.ofSpring;
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
			return (json.startsWith(OF_OURS) || json.startsWith(OF_SECURITY))
					? withContextOfItsOwn(this.lately.get(json, this::read)) : read(json);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			log.warn("session-attribute-dropped: name={} reason={}", name, ex.getClass().getSimpleName());
			return null;
		}
	}

	private Object read(String json) {
		return ((json.startsWith(OF_OURS)) ? this.ours : this.ofSpring).readValue(json, Object.class);
	}

	private static Object withContextOfItsOwn(Object value) {
		// Signing out takes the user out of the context, and may do so for one request
		// alone. Nothing else in a session is ever changed in place.
		return (value instanceof SecurityContext context) ? new SecurityContextImpl(context.getAuthentication())
				: value;
	}

}
