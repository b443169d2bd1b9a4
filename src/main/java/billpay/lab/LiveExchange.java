package billpay.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import billpay.lab.technique.Subscriber;
import billpay.lab.wire.MarkedText;
import billpay.lab.wire.ReceivedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The request that is being answered, and what is known of its response before the page
 * is written.
 *
 * @param request the request
 * @param shopCookies how many cookies of the shop are left out of it
 * @param response status line and cookies
 */
public record LiveExchange(MarkedText request, int shopCookies, MarkedText response) {

	static LiveExchange of(HttpServletRequest request, HttpServletResponse response, @Nullable String state) {
		List<String> carried = new ArrayList<>(Arrays.stream(Subscriber.values()).map(Subscriber::number).toList());
		if (state != null && !state.isEmpty()) {
			carried.add(state);
		}
		ReceivedRequest received = ReceivedRequest.of(request);
		List<String> lines = new ArrayList<>();
		lines.add(request.getProtocol() + " " + response.getStatus() + " "
				+ HttpStatus.valueOf(response.getStatus()).getReasonPhrase());
		response.getHeaders(HttpHeaders.SET_COOKIE)
			.stream()
			.filter((cookie) -> cookie.startsWith("LAB_"))
			.forEach((cookie) -> lines.add(HttpHeaders.SET_COOKIE + ": " + cookie));
		return new LiveExchange(MarkedText.of(received.text(), carried), received.shopCookies(),
				MarkedText.of(String.join("\n", lines), carried));
	}

}
