package billpay.account.login;

import java.util.List;

import billpay.account.AccountRepository;
import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * What {@link LoginController} decides before a login; {@link LoginTests} has the rest.
 */
@ControllerTest(LoginController.class)
@Import(DemoLoginHintControllerAdvice.class)
class LoginControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private AccountRepository accounts;

	@Test
	void theFormSaysWhoCanSignInToTryTheShop() {
		given(this.accounts.findDemoNames()).willReturn(List.of("mark", "phil"));
		assertThat(this.mvc.get().uri("/login")).hasStatusOk()
			.hasViewName("account/login")
			.model()
			.containsEntry("demoNames", List.of("mark", "phil"))
			.containsEntry("notice", null);
	}

	@Test
	void asksToSignInFirstAndReturnsToThePage() {
		assertThat(this.mvc.get().uri("/login").param("next", "/payments")).model()
			.containsEntry("notice", "login.first")
			.containsEntry("next", "/payments");
	}

	@Test
	void loginPageIgnoresANextAddressOnAnotherSite() {
		assertThat(this.mvc.get().uri("/login").param("next", "//evil.example")).model()
			.containsEntry("notice", null)
			.containsEntry("next", null);
	}

	@Test
	void loginPageSaysThatTheSessionHasEnded() {
		assertThat(this.mvc.get().uri("/login").with((request) -> {
			request.setRequestedSessionId("of-yesterday");
			request.setRequestedSessionIdValid(false);
			return request;
		})).model().containsEntry("notice", "login.session-ended");
	}

	@Test
	@WithMockUser("mark")
	void redirectsASignedInCustomer() {
		assertThat(this.mvc.get().uri("/login")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/lookup");
		assertThat(this.mvc.get().uri("/login").param("next", "/payments")).hasRedirectedUrl("/payments");
	}

}
