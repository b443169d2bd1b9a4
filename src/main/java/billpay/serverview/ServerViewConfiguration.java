package billpay.serverview;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import billpay.session.SessionStore;
import billpay.session.WatchedSessions;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Puts the server view where it sees everything: its filter outside the session's, and an
 * ear at the sign-in.
 */
@Configuration(proxyBeanMethods = false)
class ServerViewConfiguration {

	/**
	 * Looking at the recordings is no use of the session.
	 * @return the page that shows them
	 */
	@Bean
	MereLook lookAtRecordings() {
		return new MereLook(Set.of(Recorder.LOOK));
	}

	@Bean
	FilterRegistrationBean<Recorder> recorder(List<MereLook> looks, WatchedSessions sessions, SessionStore store,
			ServerViewCookie cookie, OurCookies cookies, Conversations conversations, ReadableValues values,
			Clock clock) {
		FilterRegistrationBean<Recorder> registration = new FilterRegistrationBean<>(
				new Recorder(MereLook.pathsOf(looks), sessions, store, cookie, cookies, conversations, values, clock));
		registration.setOrder(WatchedSessions.FILTER_ORDER);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
		return registration;
	}

	/**
	 * Gives a browser another word when somebody signs in, for the reason that the
	 * session's id changes: whoever planted the word before must not read on.
	 * @param cookie gives the word
	 * @param conversations found by it
	 * @return what happens at a sign-in
	 */
	@Bean
	SessionAuthenticationStrategy newWord(ServerViewCookie cookie, Conversations conversations) {
		return (user, request, response) -> {
			Recording recording = Recording.of(request);
			if (recording != null && recording.word() != null) {
				String next = cookie.giveWord(response);
				conversations.move(recording.word(), next);
				recording.word(next);
			}
		};
	}

}
