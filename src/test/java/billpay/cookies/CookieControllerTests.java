package billpay.cookies;

import billpay.support.ControllerTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What {@link CookieController} decides.
 */
@ControllerTest(CookieController.class)
@Import(CookieConfiguration.class)
class CookieControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void thePageIsOpenToEverybody() {
		assertThat(this.mvc.get().uri("/cookies")).hasStatusOk()
			.hasViewName("cookies/cookies")
			.model()
			.containsKey("cookies");
	}

	@Test
	void aLongLivedCookieIsDeletedAndANoticeSaysSo() {
		MvcTestResult deleted = forget("BILLPAY_VISITOR");
		assertThat(deleted).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/cookies");
		assertThat(deleted).flash().containsEntry("notice", "notice.cookie-deleted");
		assertThat(deleted.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).singleElement()
			.asString()
			.startsWith("BILLPAY_VISITOR=;")
			.contains("Max-Age=0");
	}

	@Test
	void aCookieOfAnotherApplicationStays() {
		MvcTestResult refused = forget("theirs");
		assertThat(refused).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(refused.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
	}

	private MvcTestResult forget(String name) {
		return this.mvc.post().uri("/cookies/forget").with(csrf()).param("name", name).exchange();
	}

}
