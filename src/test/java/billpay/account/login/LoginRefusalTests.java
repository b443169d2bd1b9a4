package billpay.account.login;

import java.time.Duration;

import billpay.account.login.throttle.LoginThrottledException;
import billpay.account.login.throttle.MissingCredentialsException;
import billpay.account.password.PasswordHashingBusyException;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Which answer a refused login gets.
 */
class LoginRefusalTests {

	@Test
	void aWrongPasswordAnUnknownNameAndAnEmptyFieldAreErrorsOfTheForm() {
		assertAnswer(new BadCredentialsException("wrong"), 422, null, "login.refused");
		assertAnswer(new UsernameNotFoundException("unknown"), 422, null, "login.refused");
		assertAnswer(new MissingCredentialsException(), 422, null, "login.incomplete");
	}

	@Test
	void aThrottledLoginSaysWhenToTryAgain() {
		assertAnswer(new LoginThrottledException(Duration.ofSeconds(16)), 429, "16", "login.wait");
	}

	@Test
	void aLoginThatIsNotCheckedBecauseOfOthersIsABusyServer() {
		assertAnswer(mock(PasswordHashingBusyException.class), 503,
				Long.toString(PasswordHashingBusyException.RETRY_AFTER), PasswordHashingBusyException.MESSAGE_KEY);
	}

	private static void assertAnswer(AuthenticationException reason, int status, String retryAfter, String messageKey) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		LoginRefusal refusal = LoginRefusal.of(reason);
		refusal.writeTo(response);
		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo(retryAfter);
		assertThat(refusal.messageKey()).isEqualTo(messageKey);
	}

}
