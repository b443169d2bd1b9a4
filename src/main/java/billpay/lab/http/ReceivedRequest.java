package billpay.lab.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request as the server has received it. Of its cookies only the lab's are shown: those
 * of the shop are secrets.
 *
 * @param text request line, headers and form fields, in the form that HTTP gives them
 * @param furtherHeaders how many headers are left out, because no technique uses them
 * @param shopCookies how many cookies are left out
 */
public record ReceivedRequest(String text, int furtherHeaders, int shopCookies) {

	private static final Set<String> SHOWN = Set.of("host", "content-type", "content-length", "authorization", "origin",
			"referer");

	private static final String LAB = "LAB_";

	/**
	 * Writes down the request that is being answered.
	 * @param request the request
	 * @return the request as text
	 */
	public static ReceivedRequest of(HttpServletRequest request) {
		List<String> lines = new ArrayList<>();
		String query = request.getQueryString();
		lines.add(request.getMethod() + " " + request.getRequestURI() + ((query != null) ? "?" + query : "") + " "
				+ request.getProtocol());
		List<String> names = Collections.list(request.getHeaderNames());
		List<String> shown = names.stream().filter((name) -> SHOWN.contains(name.toLowerCase(Locale.ROOT))).toList();
		shown.forEach((name) -> lines.add(name + ": " + request.getHeader(name)));
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		List<String> own = Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().startsWith(LAB))
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.toList();
		if (!own.isEmpty()) {
			lines.add(HttpHeaders.COOKIE + ": " + String.join("; ", own));
		}
		lines.add("");
		lines.add(body(request, query));
		long further = names.stream().filter((name) -> !name.equalsIgnoreCase(HttpHeaders.COOKIE)).count()
				- shown.size();
		return new ReceivedRequest(String.join("\n", lines), (int) further, cookies.length - own.size());
	}

	// The body has been read already, into parameters, with those of the address.
	private static String body(HttpServletRequest request, @Nullable String query) {
		var inAddress = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
		return Collections.list(request.getParameterNames())
			.stream()
			.filter((name) -> !inAddress.containsKey(name))
			.map((name) -> name + "=" + URLEncoder.encode(request.getParameter(name), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
