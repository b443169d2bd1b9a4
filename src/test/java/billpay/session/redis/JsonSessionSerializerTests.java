package billpay.session.redis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.CollectionType;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.jackson.SecurityJacksonModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written into Redis comes back as it was, and what cannot be read is no value.
 */
class JsonSessionSerializerTests {

	private static final List<GrantedAuthority> CUSTOMER = List.of(new SimpleGrantedAuthority("ROLE_CUSTOMER"));

	private final JsonSessionSerializer serializer = new JsonSessionSerializer();

	private Object writtenAndRead(Object value) {
		return this.serializer.deserialize(this.serializer.serialize(value));
	}

	@Test
	void aSignedInUserComesBackWithEachAuthority() {
		List<GrantedAuthority> authorities = new ArrayList<>(CUSTOMER);
		authorities.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
			.issuedAt(Instant.parse("2026-11-24T10:00:00Z"))
			.build());
		SecurityContext context = new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(new User("ada", "", CUSTOMER), null, authorities));

		assertThat(writtenAndRead(context)).isEqualTo(context);
	}

	@Test
	void listsOfDifferentValuesComeBackOneAfterTheOther() {
		List<Object> strings = new ArrayList<>(List.of("a", "b"));
		List<Object> authorities = new ArrayList<>(CUSTOMER);
		List<Object> lists = new ArrayList<>(List.of(strings, authorities));

		assertThat(List.of(strings, authorities, lists, strings)).allSatisfy(
				(list) -> assertThat(writtenAndRead(list)).isExactlyInstanceOf(ArrayList.class).isEqualTo(list));
	}

	@Test
	void aTypeThatNobodyHasAllowedIsNoValue() {
		String json = "[\"java.util.ArrayList\",[{\"@class\":\"javax.swing.JFrame\"}]]";

		assertThat(this.serializer.deserialize(json.getBytes(StandardCharsets.UTF_8))).isNull();
	}

	@Test
	void theDeserializerOfAUsersAuthoritiesIsMadeOnce() {
		AtomicInteger made = new AtomicInteger();
		JsonMapper mapper = JsonMapper.builder()
			.addModules(SecurityJacksonModules.getModules(getClass().getClassLoader()))
			.addModule(new UnmodifiableListJacksonModule())
			.addModule(new CountingModule(made))
			.build();
		String json = mapper.writerFor(Object.class)
			.writeValueAsString(UsernamePasswordAuthenticationToken.authenticated("ada", null, CUSTOMER));

		mapper.readValue(json, Object.class);
		mapper.readValue(json, Object.class);

		assertThat(made).hasValue(1);
	}

	private static final class CountingModule extends SimpleModule {

		CountingModule(AtomicInteger made) {
			setDeserializerModifier(new ValueDeserializerModifier() {
				@Override
				public ValueDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config,
						CollectionType type, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
					if (type.hasRawClass(Collections.unmodifiableList(new ArrayList<>()).getClass())) {
						made.incrementAndGet();
					}
					return deserializer;
				}
			});
		}

	}

}
