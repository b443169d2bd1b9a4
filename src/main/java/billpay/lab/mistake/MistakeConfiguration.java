package billpay.lab.mistake;

import billpay.lab.technique.LabProperties;
import billpay.lab.technique.session.LabSessionRepository;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.session.SessionIdGenerator;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Gives the mistakes sessions of their own, and refuses the wrong halves unless they are
 * switched on.
 */
@Configuration(proxyBeanMethods = false)
class MistakeConfiguration {

	private final LabProperties properties;

	MistakeConfiguration(LabProperties properties) {
		this.properties = properties;
	}

	@Bean(defaultCandidate = false)
	LabSessionRepository mistakeSessionRepository(SessionIdGenerator ids) {
		return new LabSessionRepository(this.properties, ids);
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
