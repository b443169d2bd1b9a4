package billpay.serverview.recording;

import billpay.serverview.ServerViewCookie;
import billpay.serverview.conversation.ConversationRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

/**
 * What becomes of a conversation at a login.
 */
class ConversationTokenStrategyTests {

	private final ServerViewCookie cookie = mock();

	private final ConversationRepository conversations = mock();

	private final ExchangeRecorder recorder = mock();

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final ConversationTokenStrategy strategy = new ConversationTokenStrategy(this.cookie, this.conversations);

	@BeforeEach
	void aRecordedRequest() {
		this.request.setAttribute(ExchangeRecorder.class.getName(), this.recorder);
		given(this.recorder.choice()).willReturn(new ServerViewCookie.Choice(true, "before", "before"));
		given(this.cookie.issueToken(this.response)).willReturn("after");
	}

	private void signIn() {
		this.strategy.onAuthentication(new TestingAuthenticationToken("mark", null), this.request, this.response);
	}

	@Test
	void conversationIsFoundByTheNewTokenAfterLogin() {
		signIn();
		then(this.conversations).should().move("before", "after");
		then(this.recorder).should().useToken("after");
	}

	@Test
	void thatOfAnotherBrowserStaysWhereItIs() {
		given(this.recorder.choice()).willReturn(new ServerViewCookie.Choice(true, "of-another", "before"));
		signIn();
		then(this.conversations).should().move("before", "after");
		then(this.conversations).shouldHaveNoMoreInteractions();
		then(this.recorder).should().useToken("after");
	}

	@Test
	void aStoreThatFailsFailsNoLogin() {
		willThrow(new QueryTimeoutException("Redis")).given(this.conversations).move("before", "after");
		assertThatNoException().isThrownBy(this::signIn);
		then(this.recorder).should().useToken("after");
	}

	@Test
	void withoutARecordingNoTokenIsIssued() {
		given(this.recorder.choice()).willReturn(new ServerViewCookie.Choice(true, null, null));
		signIn();
		then(this.cookie).shouldHaveNoInteractions();
	}

}
