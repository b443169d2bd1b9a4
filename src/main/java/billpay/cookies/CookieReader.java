package billpay.cookies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import billpay.web.CookieDefinition;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads the cookies of a request or a response and recognizes those of this application.
 */
@Component
public class CookieReader {

	private static final int MAX_COOKIES = 12;

	private final Map<String, CookieDefinition> byName;

	private final CookieDefinition session;

	/**
	 * Creates a reader.
	 * @param definitions the cookies of this application
	 * @param session the session cookie
	 */
	public CookieReader(List<CookieDefinition> definitions,
			@Qualifier("sessionCookieDefinition") CookieDefinition session) {
		this.byName = definitions.stream()
			.collect(Collectors.toUnmodifiableMap(CookieDefinition::name, Function.identity()));
		this.session = session;
	}

	/**
	 * The session cookie.
	 * @return its definition
	 */
	public CookieDefinition session() {
		return this.session;
	}

	/**
	 * The cookies of a request. Browsers send the cookies of everything else on this host
	 * too; where there are too many, those of this application stay.
	 * @param request the request
	 * @return at most twelve of its cookies, in their order
	 */
	public List<SentCookie> sentWith(HttpServletRequest request) {
		Cookie[] sent = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
		return IntStream.range(0, sent.length)
			.boxed()
			.sorted(Comparator.comparing((i) -> !this.byName.containsKey(sent[i].getName())))
			.limit(MAX_COOKIES)
			.sorted()
			.map((i) -> SentCookie.of(sent[i], this.byName))
			.toList();
	}

	/**
	 * The {@code Set-Cookie} headers that a response has so far.
	 * @param response the response
	 * @return the cookies, in a modifiable list
	 */
	public List<SetCookie> setBy(HttpServletResponse response) {
		return read(response.getHeaders(HttpHeaders.SET_COOKIE));
	}

	/**
	 * Parses {@code Set-Cookie} headers.
	 * @param headers the values of {@code Set-Cookie}
	 * @return the cookies, in a modifiable list
	 */
	public List<SetCookie> read(Collection<String> headers) {
		return headers.stream()
			.map((header) -> SetCookie.of(header, this.byName))
			.collect(Collectors.toCollection(ArrayList::new));
	}

}
