package billpay.web.error;

import billpay.support.ControllerTest;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link ErrorPageController} decides.
 */
@ControllerTest(ErrorPageController.class)
class ErrorPageControllerTests {

	@Autowired
	private MockMvcTester mvc;

	private MvcTestResult error(Integer status, String message) {
		return this.mvc.get()
			.uri("/error")
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
			.requestAttr(RequestDispatcher.ERROR_MESSAGE, message)
			.exchange();
	}

	@Test
	void aReasonThatIsAMessageOfOursIsTold() {
		assertThat(error(404, "error.no-such-receipt")).hasStatus(HttpStatus.NOT_FOUND)
			.hasViewName("error")
			.hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
			.model()
			.containsEntry("heading", "Receipt not found")
			.hasEntrySatisfying("sentence", (sentence) -> assertThat((String) sentence).contains("receipt"));
	}

	@Test
	void onlyAnAddressThatDoesNotExistIsAPageNotFound() {
		assertThat(error(404, "")).model().containsEntry("heading", "Page not found");
		assertThat(error(404, "error.no-such-page")).model().containsEntry("heading", "Page not found");
		assertThat(error(404, "error.no-such-line")).model().containsEntry("heading", "This item is not in your cart");
		assertThat(error(404, "error.no-such-bill")).model().containsEntry("heading", "Bill not found");
	}

	@Test
	void aReasonThatIsNotOursIsKeptInside() {
		MvcTestResult page = error(500, "java.sql.SQLException: bad grammar");
		assertThat(page).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
			.bodyText()
			.contains("Something went wrong on our side")
			.doesNotContain("SQL", "grammar");
	}

	@Test
	void aStatusThatDoesNotExistIsA500() {
		assertThat(error(999, "")).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
	}

	@Test
	void thereIsAWayBackToAPageOfOursAlone() {
		assertThat(this.mvc.get().uri("/error").header(HttpHeaders.REFERER, "http://localhost/payments")).bodyText()
			.contains("href=\"/payments\">Back");
		assertThat(this.mvc.get().uri("/error").header(HttpHeaders.REFERER, "http://localhost//evil.example")).model()
			.containsEntry("back", null);
	}

}
