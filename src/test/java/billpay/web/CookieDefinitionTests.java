package billpay.web;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which cookie of a request is meant.
 */
class CookieDefinitionTests {

	private final CookieDefinition cookie = new CookieDefinition("LAB_ORDER", "lab", null, "/lab/cookie", false, true,
			"Lax", false);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void theFirstOfSeveralWithTheNameIsRead() {
		this.request.setCookies(new Cookie("OTHER", "x"), new Cookie("LAB_ORDER", "1"), new Cookie("LAB_ORDER", "2"));
		assertThat(this.cookie.read(this.request)).isEqualTo("1");
	}

	@Test
	void thereIsNoneWithoutTheName() {
		assertThat(this.cookie.read(this.request)).isNull();
		this.request.setCookies(new Cookie("lab_order", "1"));
		assertThat(this.cookie.read(this.request)).isNull();
	}

}
