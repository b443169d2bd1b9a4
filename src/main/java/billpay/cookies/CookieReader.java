package billpay.cookies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import billpay.web.CookieDefinition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads the cookies of a request or a response and recognizes ours.
 */
@Component
public class CookieReader {

	private static final int MAX_COOKIES = 12;

	private final Map<String, CookieDefinition> byName;

	private final CookieDefinition session;

	/**
	 * Makes a reader.
	 * @param definitions the cookies of ours
	 * @param session the one that names the session
	 */
	public CookieReader(List<CookieDefinition> definitions,
			@Qualifier("sessionCookieDefinition") CookieDefinition session) {
		this.byName = definitions.stream()
			.collect(Collectors.toUnmodifiableMap(CookieDefinition::name, Function.identity()));
		this.session = session;
	}

	/**
	 * The cookie that names the session.
	 * @return its definition
	 */
	public CookieDefinition session() {
		return this.session;
	}

	/**
	 * What came with a request.
	 * @param request the request
	 * @return the first of its cookies, in their order
	 */
	public List<SentCookie> sentWith(HttpServletRequest request) {
		return Stream.ofNullable(request.getCookies())
			.flatMap(Arrays::stream)
			.limit(MAX_COOKIES)
			.map((cookie) -> SentCookie.of(cookie, this.byName))
			.toList();
	}

	/**
	 * What a response makes the browser keep or forget, as far as it is written.
	 * @param response the response
	 * @return the orders, in a list to be added to
	 */
	public List<SetCookie> setBy(HttpServletResponse response) {
		return read(response.getHeaders(HttpHeaders.SET_COOKIE));
	}

	/**
	 * What headers make a browser keep or forget.
	 * @param headers the values of {@code Set-Cookie}
	 * @return the orders, in a list to be added to
	 */
	public List<SetCookie> read(Collection<String> headers) {
		return headers.stream()
			.map((header) -> SetCookie.of(header, this.byName))
			.collect(Collectors.toCollection(ArrayList::new));
	}

}
