package billpay.account.profile;

import java.util.List;

import billpay.account.AccountRepository;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link AccountController} decides.
 */
@ControllerTest(AccountController.class)
@Import(AccountModelPopulator.class)
@WithMockUser("mark")
class AccountControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private final AccountSession current = session("#a3f9", true);

	private final AccountSession other = session("#b00c", false);

	@MockitoBean
	private AccountRepository accounts;

	@MockitoBean
	private AccountSessionService sessions;

	private static AccountSession session(String fingerprint, boolean current) {
		return new AccountSession(fingerprint, "yesterday", "now", current);
	}

	@BeforeEach
	void aCustomerWithTwoSessions() {
		given(this.sessions.current(any())).willReturn(this.current);
		given(this.sessions.others(eq("mark"), any())).willReturn(List.of(this.other));
	}

	@Test
	void allSessionsOfTheCustomerAreListed() {
		assertThat(this.mvc.get().uri("/account")).hasStatusOk()
			.hasViewName("account/account")
			.model()
			.containsEntry("sessions", List.of(this.current, this.other));
	}

	@Test
	void aDemoCustomerSeesNoSessionsOfOtherPeople() {
		given(this.accounts.isDemo("mark")).willReturn(true);
		assertThat(this.mvc.get().uri("/account")).model().containsEntry("sessions", List.of(this.current));
	}

	@Test
	void anotherSessionIsEndedByItsFingerprint() {
		given(this.sessions.end(eq("mark"), any(), eq("b00c"))).willReturn(true);
		assertThat(this.mvc.post().uri("/account/sessions/b00c/end").with(csrf())).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/account")
			.flash()
			.containsEntry("notice", "account.sessions.ended");
	}

	@Test
	void aSessionThatIsNotOrNoLongerTheCustomersIsSaidToHaveEnded() {
		assertThat(this.mvc.post().uri("/account/sessions/b00c/end").with(csrf())).hasRedirectedUrl("/account")
			.flash()
			.containsEntry("notice", "account.sessions.ended-already");
	}

	@Test
	void aDemoCustomerEndsNobodysSession() {
		given(this.accounts.isDemo("mark")).willReturn(true);
		assertThat(this.mvc.post().uri("/account/sessions/b00c/end").with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
		verify(this.sessions, never()).end(any(), any(), any());
	}

}
