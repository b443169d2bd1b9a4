package billpay.web;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which addresses a customer may be led back to.
 */
@Tag("I6")
class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/bill", "/payments/BP-0AZ12-9XYZ0", "/payments?page=2" })
	void takesAPlainPageOfOurs(String path) {
		assertThat(ReturnPath.of(path)).contains(new ReturnPath(path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bill", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example",
			"https://evil.example", "javascript:alert(1)", "/bill//evil", "/%2f/evil.example", "/bill\r\nX: y",
			"/bill;x=y", "/../bill", "/@evil.example", "/login", "/logout", "/signup", "/error", "/cart?next=/bill",
			"/bill#x", "/payments?next=//evil.example", "/payments?page=", "/cart?x=1", "/payments?page=2&x=1",
			"/payments/Zq3-9_xYb7LmNpQrStUvWxYz012345ab", "/payments/378282246310005", "/4242-4242-4242-4242" })
	void refusesEverythingElse(String path) {
		assertThat(ReturnPath.of(path)).isEmpty();
	}

	@Test
	void isTheAddressOfAPageThatWasAskedFor() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fb/payments");
		request.setContextPath("/fb");
		request.setQueryString("page=2");
		assertThat(ReturnPath.fromRequest(request)).contains(new ReturnPath("/payments?page=2"));
	}

	@Test
	void leavesOutWhateverElseTheAddressBrought() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/checkout");
		request.setQueryString("cvc=739&page=2");
		assertThat(ReturnPath.fromRequest(request)).contains(new ReturnPath("/checkout"));
	}

	@Test
	void isThePageThatAFormWasOn() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/cart/items");
		request.addHeader("Referer", "http://localhost:8080/bill");
		assertThat(ReturnPath.fromRequest(request)).contains(new ReturnPath("/bill"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example//evil.example", "not an address", "http://localhost", "/login" })
	void isNothingWhenTheFormsPageIsNotPlain(String referer) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/cart/items");
		request.addHeader("Referer", referer);
		assertThat(ReturnPath.fromRequest(request)).isEmpty();
	}

}
