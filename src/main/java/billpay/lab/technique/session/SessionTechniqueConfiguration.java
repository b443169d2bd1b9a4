package billpay.lab.technique.session;

import billpay.lab.technique.LabProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.MapSession;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;

/**
 * The sessions of the techniques. No other module gets them by their type.
 */
@Configuration(proxyBeanMethods = false)
class SessionTechniqueConfiguration {

	@Bean(defaultCandidate = false)
	SessionRepository<MapSession> labSessions(LabProperties properties, SessionIdGenerator ids) {
		return new LabSessionRepository(properties, ids);
	}

}
