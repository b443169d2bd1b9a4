package billpay.session;

import java.time.Clock;
import java.time.Duration;

import billpay.web.CookieFactory;
import billpay.web.CookieDefinition;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Puts Spring Session behind {@code HttpSession}: the store, the cookie, and the filters
 * in their order: log context, whoever watches, session lock, session.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	private static final String COOKIE = "BILLPAY_SESSION";

	private static final Duration RETURN = Duration.ofMillis(500);

	@Bean
	@Fallback
	WatchedSessions watchedSessions(@Qualifier("sessions") Sessions sessions) {
		return new WatchedSessions(sessions);
	}

	@Bean
	SessionsOnce sessionRepository(WatchedSessions sessions) {
		return new SessionsOnce(sessions);
	}

	/**
	 * What the session cookie is. Over TLS nobody else can set it.
	 * @param scope where it goes
	 * @return the cookie
	 */
	@Bean
	CookieDefinition knownSessionCookie(CookieFactory scope) {
		return scope.temporary(scope.prefixed(COOKIE), "session").withSecretValue();
	}

	/**
	 * How the session cookie is written and read, every property set on purpose: some
	 * versions of the frameworks below have lost a default.
	 * @param known what it is
	 * @return the part of Spring Session
	 */
	@Bean
	CookieSerializer sessionCookie(@Qualifier("knownSessionCookie") CookieDefinition known) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(known.name());
		cookie.setCookiePath(known.path());
		cookie.setUseSecureCookie(known.secure());
		cookie.setUseHttpOnlyCookie(known.httpOnly());
		cookie.setSameSite(known.sameSite());
		cookie.setUseBase64Encoding(false);
		return cookie;
	}

	@Bean
	SignedInLifetime signedInLifetime(SessionProperties limits) {
		return new SignedInLifetime(limits.signedInIdle());
	}

	@Bean
	FilterRegistrationBean<Filter> logContext(CookieSerializer cookie) {
		return pagesOnly("logContext", new LogContextFilter(cookie), SessionRepositoryFilter.DEFAULT_ORDER - 17);
	}

	/**
	 * One writer at a time, and of Tomcat's threads a third at most that wait to be it.
	 * @param cookie the cookie with the session's id
	 * @param limits how long one waits
	 * @param threads how many threads Tomcat has
	 * @return the filter, just outside Spring Session's
	 */
	@Bean
	FilterRegistrationBean<Filter> sessionLock(CookieSerializer cookie, SessionProperties limits,
			@Value("${server.tomcat.threads.max}") int threads) {
		return pagesOnly("sessionLock", new SessionLockFilter(cookie, limits.turnTimeout(), threads / 3),
				SessionRepositoryFilter.DEFAULT_ORDER - 1);
	}

	@Bean
	FilterRegistrationBean<Filter> sessionFilter(SessionRepositoryFilter<?> filter, SessionsOnce sessions) {
		return pagesOnly("session", sessions.around(filter), SessionRepositoryFilter.DEFAULT_ORDER);
	}

	/**
	 * Takes back Spring Boot's registration of the bare filter for every address.
	 * @param filter the filter of Spring Session
	 * @return a registration that does nothing
	 */
	@Bean
	FilterRegistrationBean<SessionRepositoryFilter<?>> bareSessionFilter(SessionRepositoryFilter<?> filter) {
		FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
		registration.setEnabled(false);
		return registration;
	}

	private static FilterRegistrationBean<Filter> pagesOnly(String name, Filter filter, int order) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new SkipSessionlessFilter(filter));
		registration.setName(name);
		registration.setOrder(order);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	/**
	 * Sessions that this node alone knows.
	 */
	@Configuration(proxyBeanMethods = false)
	@Profile("!redis")
	static class InThisNode {

		@Bean
		@Fallback
		InMemorySessions sessions(SessionProperties limits, Clock clock) {
			return new InMemorySessions(limits, clock);
		}

		@Bean
		SessionStoreInfo sessionStore(SessionProperties limits) {
			return new SessionStoreInfo("memory", limits.absolute());
		}

		@Bean
		MeterBinder sessionGauge(InMemorySessions sessions) {
			return (registry) -> Gauge.builder("billpay.sessions.live", sessions, InMemorySessions::count)
				.description("Sessions in this node's memory")
				.register(registry);
		}

	}

	/**
	 * Sessions that all nodes share.
	 */
	@Configuration(proxyBeanMethods = false)
	@Profile("redis")
	static class InRedis {

		@Bean
		@Fallback
		RedisSessions sessions(StringRedisTemplate redis, RedisWatch watch, SessionProperties limits, Clock clock) {
			return new RedisSessions(redis, watch::hasAnswered, limits, clock);
		}

		@Bean
		SessionStoreInfo sessionStore(SessionProperties limits) {
			return new SessionStoreInfo("redis", limits.absolute());
		}

		@Bean
		RedisWatch redis(StringRedisTemplate redis) {
			return new RedisWatch(redis);
		}

		/**
		 * Comes back to Redis soon after it does, however long it was away.
		 * @return the part of the client's configuration
		 */
		@Bean
		ClientResourcesBuilderCustomizer promptReturn() {
			return (resources) -> resources.reconnectDelay(Delay.constant(RETURN));
		}

		/**
		 * Asks Redis only while it is there: a command that waits for it to come back
		 * keeps a customer waiting.
		 * @return the part of the client's configuration
		 */
		@Bean
		LettuceClientOptionsBuilderCustomizer rejectWhileAway() {
			return (options) -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
		}

	}

}
