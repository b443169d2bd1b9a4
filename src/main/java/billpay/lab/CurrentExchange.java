package billpay.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import billpay.lab.http.MarkedText;
import billpay.lab.http.ReceivedRequest;
import billpay.lab.order.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * The request that is being answered, and what is known of its response before the page
 * is written.
 *
 * @param request the request
 * @param furtherHeaders how many headers are left out of it
 * @param shopCookies how many cookies of the shop are left out of it
 * @param response status line and cookies
 * @param shown whether the browser shows the response as a page of its own, and asks
 * before it repeats the request
 */
public record CurrentExchange(MarkedText request, int furtherHeaders, int shopCookies, MarkedText response,
		boolean shown) {

	static CurrentExchange of(HttpServletRequest request, HttpServletResponse response, boolean shown,
			@Nullable String... states) {
		List<String> carried = new ArrayList<>(Arrays.stream(Subscriber.values()).map(Subscriber::number).toList());
		Arrays.stream(states).filter(StringUtils::hasLength).forEach(carried::add);
		ReceivedRequest received = ReceivedRequest.of(request);
		List<String> lines = new ArrayList<>();
		lines.add(request.getProtocol() + " " + response.getStatus());
		response.getHeaders(HttpHeaders.SET_COOKIE)
			.stream()
			.filter((cookie) -> cookie.startsWith("LAB_"))
			.forEach((cookie) -> lines.add(HttpHeaders.SET_COOKIE + ": " + cookie));
		return new CurrentExchange(MarkedText.of(received.text(), carried), received.furtherHeaders(),
				received.shopCookies(), MarkedText.of(String.join("\n", lines), carried), shown);
	}

}
