package billpay.account.signup;

import java.time.Duration;

import billpay.account.login.ProgrammaticLogin;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link SignUpController} decides.
 */
@ControllerTest(SignUpController.class)
class SignUpControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private SignUpService signUp;

	@MockitoBean
	private ProgrammaticLogin login;

	private MvcTestResult signUp(String username, String password) {
		return this.mvc.post()
			.uri("/signup")
			.with(csrf())
			.param("username", username)
			.param("password", password)
			.exchange();
	}

	@Test
	void aNewCustomerIsSignedInAndWelcomed() {
		assertThat(signUp("newcomer", "a good secret")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/lookup")
			.flash()
			.containsEntry("notice", "notice.signed-up");
		verify(this.login).login(eq("newcomer"), any(), any());
	}

	@Test
	void aTakenNameIsRefusedAtItsFieldAndNobodyIsSignedIn() {
		willThrow(new DuplicateKeyException("taken")).given(this.signUp).open(any(), any());
		MvcTestResult refused = signUp("mark", "a good secret");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).hasViewName("account/signup");
		assertThat(refused).model().extractingBindingResult("form").hasOnlyFieldErrors("username");
		verifyNoInteractions(this.login);
	}

	@Test
	void invalidFieldsAreListedInTheOrderOfThePageAndNoAccountIsCreated() {
		MvcTestResult refused = signUp("", "");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.containsSubsequence("href=\"#username\"", "href=\"#password\"");
		assertThat(refused).model().extractingBindingResult("form").hasOnlyFieldErrors("username", "password");
		verifyNoInteractions(this.signUp);
	}

	@Test
	void statesEachRuleOnceAndNotAgainInTheErrors() {
		assertThat(signUp("?", "short")).bodyText()
			.containsOnlyOnce("3 to 20")
			.containsOnlyOnce("8 to 128")
			.contains("<a href=\"#username\">Enter a valid name.</a>",
					"<small id=\"username-error\" class=\"error\">Enter a valid name.</small>");
	}

	@Test
	void answersTooManySignUpsWithTheTimeToWait() {
		willThrow(new SignUpThrottledException(Duration.ofSeconds(8))).given(this.signUp).open(any(), any());
		assertThat(signUp("newcomer", "a good secret")).hasStatus(HttpStatus.TOO_MANY_REQUESTS)
			.hasHeader(HttpHeaders.RETRY_AFTER, "9");
		verifyNoInteractions(this.login);
	}

	@Test
	@WithMockUser("mark")
	void asksASignedInCustomerToSignOutFirst() {
		assertThat(signUp("newcomer", "a good secret")).hasRedirectedUrl("/signup");
		verifyNoInteractions(this.signUp);
		assertThat(this.mvc.get().uri("/signup")).hasStatusOk()
			.bodyText()
			.contains("You are signed in as mark.")
			.doesNotContain("name=\"password\"");
	}

}
