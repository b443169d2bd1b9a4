package billpay.support;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * A browser over MockMvc. It carries the real session cookie: MockMvc's
 * {@code .session(...)} is ignored once Spring Session's filter is in place
 * (spring-session #2037). Error pages and the container's own cookies are not to be seen
 * here; {@link HttpBrowser} shows them.
 */
public class MockMvcBrowser extends Browser {

	private final MockMvcTester mvc;

	public MockMvcBrowser(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Override
	protected Page send(String method, String path, Map<String, String> form) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(HttpMethod.valueOf(method)).uri(URI.create(path));
		form.forEach(request::param);
		cookies().forEach((name, value) -> request.cookie(new Cookie(name, value)));
		MockHttpServletResponse response = request.exchange().getResponse();
		Map<String, List<String>> headers = response.getHeaderNames()
			.stream()
			.collect(Collectors.toMap((name) -> name.toLowerCase(Locale.ROOT), response::getHeaders));
		try {
			return new Page(response.getStatus(), headers, response.getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
