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
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the mistakes sessions of their own, and refuses the wrong halves unless they are
 * switched on.
 */
@Configuration(proxyBeanMethods = false)
class MistakeConfiguration implements WebMvcConfigurer {

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

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		if (!this.properties.mistakes()) {
			registry.addInterceptor(new SwitchedOffInterceptor()).addPathPatterns("/lab/mistakes/*/wrong/**");
		}
	}

	private static final class SwitchedOffInterceptor implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.off");
		}

	}

}
