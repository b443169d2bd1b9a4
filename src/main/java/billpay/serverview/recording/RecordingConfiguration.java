package billpay.serverview.recording;

import java.time.Clock;
import java.util.List;

import billpay.cookies.CookieReader;
import billpay.serverview.ReadOnlyPages;
import billpay.serverview.ServerViewCookie;
import billpay.serverview.UnrecordedPages;
import billpay.serverview.conversation.ConversationRepository;
import billpay.session.SessionProperties;
import billpay.web.FilterOrder;
import billpay.web.NodeProperties;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Registers the filter that records, outside the session's, and the decorator of the
 * session repository.
 */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

	@Bean
	@Primary
	<S extends Session> RecordingSessionRepository<S> recordingSessionRepository(
			@Qualifier("sessionRepository") FindByIndexNameSessionRepository<S> repository) {
		return new RecordingSessionRepository<>(repository);
	}

	@Bean
	FilterRegistrationBean<ExchangeRecordingFilter> exchangeRecordingFilter(List<ReadOnlyPages> readOnlyPages,
			List<UnrecordedPages> unrecorded, RecordingSessionRepository<?> sessions, SessionProperties limits,
			SessionValueFormatter formatter, ServerViewCookie cookie, CookieReader cookies,
			ConversationRepository conversations, NodeProperties node, Clock clock) {
		FilterRegistrationBean<ExchangeRecordingFilter> registration = new FilterRegistrationBean<>(
				new ExchangeRecordingFilter(ReadOnlyPages.pathsOf(readOnlyPages), unrecorded, sessions, limits,
						formatter, cookie, cookies, conversations, node, clock));
		registration.setOrder(FilterOrder.EXCHANGE_RECORDING.getOrder());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
		return registration;
	}

}
