package billpay.serverview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends a browser's last request again without its cookies, as a real request to this
 * very server, so that both answers can be shown beside each other.
 */
@Component
class Replay {

	private static final Logger log = LoggerFactory.getLogger(Replay.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** The title as the layout writes it, the shop's name left out. */
	private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,200}?)(?: – BillPay)?</title>");

	private static final int MOST_LETTERS = 100;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final OurCookies cookies;

	Replay(OurCookies cookies) {
		this.cookies = cookies;
	}

	/**
	 * Whether a request can be sent again: this server does not call itself over TLS,
	 * where it would have to trust itself by another name.
	 * @param request the request that asks for it
	 * @return {@code false} over TLS
	 */
	static boolean isPossible(HttpServletRequest request) {
		return !request.isSecure();
	}

	/**
	 * Asks for a page again.
	 * @param page the request that asked for it with cookies
	 * @param request the request that wants it asked for again
	 * @param locale the language to ask in, as the cookie of the language stays behind
	 * too
	 * @return both answers, {@code null} when the second did not come
	 */
	@Nullable Comparison of(Exchange page, HttpServletRequest request, Locale locale) {
		try {
			HttpRequest again = HttpRequest.newBuilder(URI.create(addressOf(request) + page.request().target()))
				.timeout(PATIENCE)
				.header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
				.build();
			HttpResponse<String> answer = this.client.send(again, BodyHandlers.ofString());
			String location = answer.headers().firstValue(HttpHeaders.LOCATION).orElse(null);
			return new Comparison(page,
					new Exchange.Answer(answer.statusCode(), (location != null) ? RequestNotes.target(location) : null,
							this.cookies.read(answer.headers().allValues(HttpHeaders.SET_COOKIE)),
							titleOf(answer.body())));
		}
		catch (IOException | IllegalArgumentException ex) {
			log.warn("replay-failed: request={}", page.request().what(), ex);
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	private static String addressOf(HttpServletRequest request) {
		// By the connection that the request came on: what a client calls us is not
		// believed.
		String address = request.getLocalAddr();
		return "http://" + ((address.contains(":")) ? "[" + address + "]" : address) + ":" + request.getLocalPort();
	}

	private static @Nullable String titleOf(String page) {
		Matcher title = TITLE.matcher(page);
		return (title.find()) ? Redaction.ofOurs(HtmlUtils.htmlUnescape(title.group(1)), MOST_LETTERS) : null;
	}

	/**
	 * One request, sent with its cookies and without.
	 *
	 * @param with the request as the browser sent it, and its answer
	 * @param without the answer to the same request from somebody without a cookie
	 */
	record Comparison(Exchange with, Exchange.Answer without) {
	}

}
