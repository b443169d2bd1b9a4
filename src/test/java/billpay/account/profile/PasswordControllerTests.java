package billpay.account.profile;

import java.time.Duration;

import billpay.account.AccountRepository;
import billpay.account.login.throttle.LoginThrottledException;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link PasswordController} decides.
 */
@ControllerTest(PasswordController.class)
@Import(AccountModelPopulator.class)
@WithMockUser("mark")
class PasswordControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private static final String OLD = "until yesterday";

	private static final String NEW = "from tomorrow on";

	@MockitoBean
	private AccountRepository accounts;

	@MockitoBean
	private AccountSessionService sessions;

	@MockitoBean
	private PasswordChange passwordChange;

	@BeforeEach
	void aSession() {
		given(this.sessions.current(any())).willReturn(new AccountSession("#a3f9", "yesterday", "now", true));
	}

	private MvcTestResult change(String oldPassword, String newPassword) {
		return this.mvc.post()
			.uri("/account/password")
			.with(csrf())
			.param("oldPassword", oldPassword)
			.param("newPassword", newPassword)
			.exchange();
	}

	@Test
	void aNewPasswordIsTaken() {
		assertThat(change(OLD, NEW)).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/account")
			.flash()
			.containsEntry("notice", "account.password.changed");
		verify(this.passwordChange).submit(eq("mark"), eq(new PasswordForm(OLD, NEW)), any());
	}

	@ParameterizedTest
	@ValueSource(strings = { OLD, "short", "password", "mark" })
	void aPasswordThatIsTheOldOneOrTooEasyIsRefusedAtTheField(String newPassword) {
		MvcTestResult refused = change(OLD, newPassword);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).hasViewName("account/account");
		assertThat(refused).model().extractingBindingResult("form").hasOnlyFieldErrors("newPassword");
		verifyNoInteractions(this.passwordChange);
	}

	@Test
	void aWrongOldPasswordIsRefusedAtItsField() {
		willThrow(new BadCredentialsException("wrong")).given(this.passwordChange).submit(any(), any(), any());
		MvcTestResult refused = change("a guess", NEW);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(refused).model().extractingBindingResult("form").hasOnlyFieldErrors("oldPassword");
	}

	@Test
	void answersTooManyGuessesWithTheTimeToWait() {
		willThrow(new LoginThrottledException(Duration.ofSeconds(8))).given(this.passwordChange)
			.submit(any(), any(), any());
		assertThat(change("a guess", NEW)).hasStatus(HttpStatus.TOO_MANY_REQUESTS)
			.hasHeader(HttpHeaders.RETRY_AFTER, "8");
	}

	@Test
	void aDemoCustomersPasswordStaysAsItIs() {
		given(this.accounts.isDemo("mark")).willReturn(true);
		assertThat(change(OLD, NEW)).hasStatus(HttpStatus.FORBIDDEN);
		verifyNoInteractions(this.passwordChange);
	}

	@Test
	@WithMockUser(roles = "INSTRUCTOR")
	void theInstructorsPasswordStaysAsItIs() {
		assertThat(change(OLD, NEW)).hasStatus(HttpStatus.FORBIDDEN);
		verifyNoInteractions(this.passwordChange);
	}

}
