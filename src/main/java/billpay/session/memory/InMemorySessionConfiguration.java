package billpay.session.memory;

import java.time.Clock;

import billpay.session.SessionProperties;
import billpay.session.SessionStoreInfo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/**
 * Sessions that this node alone knows.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!redis")
@EnableSpringHttpSession
class InMemorySessionConfiguration {

	/** One lock for all ids with the same last 12 bits of their hash code. */
	private static final int LOCKS = 0xFFF;

	@Bean
	SessionStoreInfo sessionStoreInfo() {
		return new SessionStoreInfo("memory");
	}

	@Bean
	InMemorySessionRepository sessionRepository(SessionProperties properties, SessionIdGenerator idGenerator,
			Clock clock) {
		return new InMemorySessionRepository(properties, idGenerator, clock);
	}

	@Bean
	LockRegistry<?> sessionLocks() {
		return new DefaultLockRegistry(LOCKS);
	}

}
