package billpay.account.login;

import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link LogoutController} decides.
 */
@ControllerTest(LogoutController.class)
class LogoutControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	@WithMockUser("mark")
	void askingForTheAddressSignsNobodyOutButAsks() {
		assertThat(this.mvc.get().uri("/logout")).hasStatusOk()
			.hasViewName("account/logout")
			.bodyText()
			.contains("<h1>Sign out?</h1>");
	}

	@Test
	void tellsAStrangerThatNobodyIsSignedIn() {
		assertThat(this.mvc.get().uri("/logout")).hasStatusOk().bodyText().contains("<h1>You are signed out</h1>");
	}

}
