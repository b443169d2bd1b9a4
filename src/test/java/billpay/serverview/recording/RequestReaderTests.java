package billpay.serverview.recording;

import java.util.List;
import java.util.stream.IntStream;

import billpay.cookies.CookieReader;
import billpay.cookies.SentCookie;
import billpay.serverview.exchange.RecordedRequest;
import billpay.web.CookieDefinition;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is recorded of a request.
 */
class RequestReaderTests {

	private static final CookieDefinition COOKIE = new CookieDefinition("BILLPAY_SESSION", "session", null, "/", false,
			true, "Lax", true);

	private static RecordedRequest read(MockHttpServletRequest request) {
		return RequestReader.read(request, new CookieReader(List.of(COOKIE), COOKIE), false);
	}

	@Test
	void aTargetThatIsNoPathIsNotWhole() {
		assertThat(read(new MockHttpServletRequest("GET", "/bill")).whole()).isTrue();
		assertThat(read(new MockHttpServletRequest("GET", "@127.0.0.1/x")).whole()).isFalse();
	}

	@Test
	void ourCookieIsReadAfterAnyNumberOfOthers() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/bill");
		Cookie[] cookies = IntStream.range(0, 13).mapToObj((i) -> new Cookie("c" + i, "v")).toArray(Cookie[]::new);
		cookies[12] = new Cookie("BILLPAY_SESSION", "an-id");
		request.setCookies(cookies);
		assertThat(read(request).isFromStranger()).isFalse();
		assertThat(read(request).moreCookies()).isOne();
		assertThat(read(request).cookies()).extracting(SentCookie::name).startsWith("c0").endsWith("BILLPAY_SESSION");
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost/bill?page=2, /bill?page=2", "/bill, /bill",
			"https://example.org/a, https://example.org/a", "https://me:secret@example.org/a, https://example.org/a",
			"android-app://com.example/a, ...", "not a uri, ..." })
	void aRefererIsShownWithItsSiteWhenThatIsAnotherOne(String referer, String shown) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cart");
		request.addHeader(HttpHeaders.HOST, "localhost");
		request.addHeader(HttpHeaders.REFERER, referer);
		assertThat(read(request).referer()).isEqualTo(shown.replace("...", SensitiveDataRedactor.OMITTED));
	}

	@Test
	void cookiesAndFieldsBeyondTheFirstAreCounted() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/lookup");
		request.setCookies(IntStream.range(0, 12).mapToObj((i) -> new Cookie("c" + i, "v")).toArray(Cookie[]::new));
		IntStream.range(0, 10).forEach((i) -> request.setParameter("f" + i, "v"));
		assertThat(read(request).moreCookies()).isZero();
		assertThat(read(request).form().moreFields()).isZero();
		request.setCookies(IntStream.range(0, 15).mapToObj((i) -> new Cookie("c" + i, "v")).toArray(Cookie[]::new));
		request.setParameter("f10", "v");
		assertThat(read(request).cookies()).hasSize(12);
		assertThat(read(request).moreCookies()).isEqualTo(3);
		assertThat(read(request).form().fields()).hasSize(10);
		assertThat(read(request).form().moreFields()).isEqualTo(1);
	}

}
