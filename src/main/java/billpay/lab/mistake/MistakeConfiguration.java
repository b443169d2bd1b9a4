package billpay.lab.mistake;

import java.time.Duration;

import billpay.lab.LabProperties;
import billpay.web.error.RefusedRequestException;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Gives the mistakes sessions of their own, and refuses the wrong halves unless they are
 * switched on.
 */
@Configuration(proxyBeanMethods = false)
class MistakeConfiguration {

	private static final Duration NEVER = Duration.ofSeconds(-1);

	private final LabProperties properties;

	MistakeConfiguration(LabProperties properties) {
		this.properties = properties;
	}

	// The cache forgets a session that has not been used for a while.
	@Bean(defaultCandidate = false)
	SessionRepository<MapSession> mistakeSessionRepository(SessionIdGenerator ids) {
		MapSessionRepository sessions = new MapSessionRepository(Caffeine.newBuilder()
			.maximumSize(this.properties.maxSessions())
			.expireAfterAccess(this.properties.keep())
			.<String, Session>build()
			.asMap());
		sessions.setDefaultMaxInactiveInterval(NEVER);
		sessions.setSessionIdGenerator(ids);
		return sessions;
	}

	// No WebMvcConfigurer, which would be a part of every test of a single controller.
	@Bean
	MappedInterceptor mistakesInterceptor() {
		return new MappedInterceptor(new String[] { MistakeSessions.PATH + "/*/wrong/**" }, new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				if (!MistakeConfiguration.this.properties.mistakes()) {
					throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.off");
				}
				return true;
			}
		});
	}

}
