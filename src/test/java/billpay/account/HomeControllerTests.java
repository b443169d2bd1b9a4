package billpay.account;

import billpay.support.ControllerTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link HomeController} decides.
 */
@ControllerTest(HomeController.class)
class HomeControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void aStrangerIsAskedToSignIn() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk().hasViewName("home").bodyText().contains("Sign in to start");
	}

	@Test
	void greetsAReturningVisitorByTheCookie() {
		assertThat(this.mvc.get().uri("/").cookie(new Cookie("BILLPAY_VISITOR", "jan/2026-11-21T10:00:00Z"))).bodyText()
			.contains("Welcome back, jan.");
	}

	@Test
	@WithMockUser("mark")
	void redirectsASignedInCustomerToTheLookup() {
		assertThat(this.mvc.get().uri("/").cookie(new Cookie("BILLPAY_VISITOR", "mark/2026-11-21T10:00:00Z")))
			.bodyText()
			.contains("href=\"/lookup\"")
			.doesNotContain("Welcome back", "Sign in to start");
	}

	@Test
	@WithMockUser("off")
	void aNameThatThymeleafReadsAsNoIsSignedInToo() {
		assertThat(this.mvc.get().uri("/")).bodyText().contains("href=\"/lookup\"", "Sign out");
	}

}
