package billpay.serverview;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import billpay.cookies.CookieReader;
import billpay.serverview.recording.ConversationRepository;
import billpay.serverview.recording.ExchangeRecorder;
import billpay.serverview.recording.ExchangeRecordingFilter;
import billpay.serverview.recording.RecordingSessionRepository;
import billpay.session.SessionProperties;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Registers the filter that records, outside the session's, and the decorator of the
 * session repository, and gives a conversation another token at a login.
 */
@Configuration(proxyBeanMethods = false)
class ServerViewConfiguration {

	/** Outside the session filter and all that asks the repository before it. */
	private static final int FILTER_ORDER = SessionRepositoryFilter.DEFAULT_ORDER - 2;

	@Bean
	@Primary
	<S extends Session> RecordingSessionRepository<S> recordingSessionRepository(
			@Qualifier("sessionRepository") FindByIndexNameSessionRepository<S> repository) {
		return new RecordingSessionRepository<>(repository);
	}

	/**
	 * Looking at the recordings is no use of the session.
	 * @return the page that shows them
	 */
	@Bean
	ReadOnlyPages lookAtRecordings() {
		return new ReadOnlyPages(Set.of(ExchangeRecordingFilter.LOOK));
	}

	@Bean
	FilterRegistrationBean<ExchangeRecordingFilter> recorder(List<ReadOnlyPages> looks,
			RecordingSessionRepository<?> sessions, SessionProperties limits, ServerViewCookie cookie,
			CookieReader cookies, ConversationRepository conversations, Clock clock) {
		FilterRegistrationBean<ExchangeRecordingFilter> registration = new FilterRegistrationBean<>(
				new ExchangeRecordingFilter(ReadOnlyPages.pathsOf(looks), sessions, limits, cookie, cookies,
						conversations, clock));
		registration.setOrder(FILTER_ORDER);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
		return registration;
	}

	/**
	 * Gives a browser another token when somebody signs in, for the reason that the
	 * session's id changes: whoever planted the token before must not read on.
	 * @param cookie gives the token
	 * @param conversations found by it
	 * @return what happens at a sign-in
	 */
	@Bean
	SessionAuthenticationStrategy newToken(ServerViewCookie cookie, ConversationRepository conversations) {
		return (user, request, response) -> {
			ExchangeRecorder recording = ExchangeRecorder.of(request);
			if (recording != null && recording.token() != null) {
				String next = cookie.issueToken(response);
				conversations.move(recording.token(), next);
				recording.token(next);
			}
		};
	}

}
