package billpay.serverview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import billpay.web.CookieDefinition;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The cookies of ours, to tell them from others in what comes and goes.
 */
@Component
class OurCookies {

	private static final int MOST = 12;

	private final Map<String, CookieDefinition> byName;

	private final CookieDefinition session;

	OurCookies(List<CookieDefinition> all, @Qualifier("knownSessionCookie") CookieDefinition session) {
		this.byName = all.stream().collect(Collectors.toUnmodifiableMap(CookieDefinition::name, Function.identity()));
		this.session = session;
	}

	CookieDefinition session() {
		return this.session;
	}

	/**
	 * What came with a request.
	 * @param request the request
	 * @param fingerprints makes the fingerprint of a secret value
	 * @return the first of its cookies, in their order
	 */
	List<SentCookie> sentWith(HttpServletRequest request, UnaryOperator<String> fingerprints) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			return List.of();
		}
		List<SentCookie> sent = new ArrayList<>(cookies.length);
		for (int i = 0; i < Math.min(cookies.length, MOST); i++) {
			sent.add(SentCookie.of(cookies[i], this.byName, fingerprints));
		}
		return sent;
	}

	/**
	 * What an answer makes the browser keep or forget, as far as it is written.
	 * @param response the answer
	 * @return the orders, in a list to be added to
	 */
	List<SetCookie> setBy(HttpServletResponse response) {
		return read(response.getHeaders(HttpHeaders.SET_COOKIE));
	}

	/**
	 * What headers make a browser keep or forget.
	 * @param headers the values of {@code Set-Cookie}
	 * @return the orders, in a list to be added to
	 */
	List<SetCookie> read(Collection<String> headers) {
		List<SetCookie> set = new ArrayList<>();
		headers.forEach((header) -> set.add(SetCookie.of(header, this.byName)));
		return set;
	}

}
