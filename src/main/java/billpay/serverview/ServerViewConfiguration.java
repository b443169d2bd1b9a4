package billpay.serverview;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import billpay.cookies.CookieReader;
import billpay.serverview.conversation.ConversationRepository;
import billpay.serverview.recording.ExchangeRecordingFilter;
import billpay.serverview.recording.RecordingSessionRepository;
import billpay.serverview.recording.SessionValueFormatter;
import billpay.session.SessionProperties;
import billpay.web.FilterOrder;
import billpay.web.NodeProperties;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Registers the filter that records, outside the session's, and the decorator of the
 * session repository.
 */
@Configuration(proxyBeanMethods = false)
class ServerViewConfiguration {

	@Bean
	@Primary
	<S extends Session> RecordingSessionRepository<S> recordingSessionRepository(
			@Qualifier("sessionRepository") FindByIndexNameSessionRepository<S> repository) {
		return new RecordingSessionRepository<>(repository);
	}

	@Bean
	ReadOnlyPages serverViewPages() {
		return new ReadOnlyPages(Set.of("/server-view"));
	}

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> serverViewAccess() {
		return (requests) -> requests.requestMatchers("/server-view/**").permitAll();
	}

	@Bean
	FilterRegistrationBean<ExchangeRecordingFilter> recorder(List<ReadOnlyPages> readOnlyPages,
			List<UnrecordedPages> unrecorded, RecordingSessionRepository<?> sessions, SessionProperties limits,
			SessionValueFormatter formatter, ServerViewCookie cookie, CookieReader cookies,
			ConversationRepository conversations, NodeProperties node, Clock clock) {
		FilterRegistrationBean<ExchangeRecordingFilter> registration = new FilterRegistrationBean<>(
				new ExchangeRecordingFilter(ReadOnlyPages.pathsOf(readOnlyPages), unrecorded, sessions, limits,
						formatter, cookie, cookies, conversations, node, clock));
		registration.setOrder(FilterOrder.EXCHANGE_RECORDING.value());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
		return registration;
	}

}
