package billpay.serverview.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import billpay.cookies.CookieReader;
import billpay.serverview.conversation.ReplayComparison;
import billpay.serverview.exchange.Exchange;
import billpay.serverview.exchange.RecordedResponse;
import billpay.serverview.recording.RequestReader;
import billpay.web.format.SensitiveDataRedactor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Sends a browser's last request again without its cookies, as a real request to this
 * very server, so that both responses can be shown beside each other.
 */
@Component
public class Replay {

	private static final Logger log = LoggerFactory.getLogger(Replay.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final int MAX_LENGTH = 100;

	/** Of a page of ours, which begins with it. */
	private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

	/** What the layout adds to the title. */
	private static final String SUFFIX = " – BillPay";

	private static final int MAX_BYTES = 64 * 1024;

	private static final int MAX_CONCURRENT = 4;

	private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final CookieReader cookies;

	Replay(CookieReader cookies) {
		this.cookies = cookies;
	}

	/**
	 * Whether a request can be sent again: this server does not call itself over TLS,
	 * where it would have to trust itself by another name.
	 * @param request the request that asks for it
	 * @return {@code false} over TLS
	 */
	public static boolean isPossible(HttpServletRequest request) {
		return !request.isSecure();
	}

	/**
	 * Asks for a page again.
	 * @param page the request that asked for it with cookies
	 * @param request the request that wants it asked for again
	 * @param locale the language to ask in, as the language's cookie is not sent either
	 * @return both responses, {@code null} when the second did not come
	 */
	@Nullable ReplayComparison repeat(Exchange page, HttpServletRequest request, Locale locale) {
		// Each keeps a thread waiting for another one.
		if (!this.permits.tryAcquire()) {
			return null;
		}
		try {
			return new ReplayComparison(page, send(page.request().target(), request, locale));
		}
		catch (IOException | IllegalArgumentException ex) {
			log.warn("replay-failed: request={} {}", page.request().what(), ex.getClass().getSimpleName());
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		finally {
			this.permits.release();
		}
	}

	private RecordedResponse send(String target, HttpServletRequest request, Locale locale)
			throws IOException, InterruptedException {
		URI server = urlOf(request);
		URI page = URI.create(server + target);
		if (!server.getAuthority().equals(page.getAuthority())) {
			throw new IllegalArgumentException("Not an address of this server");
		}
		HttpRequest again = HttpRequest.newBuilder(page)
			.timeout(TIMEOUT)
			.header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
			.build();
		HttpResponse<InputStream> response = this.client.send(again, BodyHandlers.ofInputStream());
		try (InputStream body = response.body()) {
			String beginning = new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
			String location = response.headers().firstValue(HttpHeaders.LOCATION).orElse(null);
			return new RecordedResponse(response.statusCode(),
					(location != null) ? RequestReader.target(location) : null,
					this.cookies.read(response.headers().allValues(HttpHeaders.SET_COOKIE)), titleOf(beginning), null,
					List.of());
		}
	}

	private static URI urlOf(HttpServletRequest request) {
		// By the connection that the request came on: the Host header may name any
		// server.
		String address = request.getLocalAddr();
		return URI.create(
				"http://" + ((address.contains(":")) ? "[" + address + "]" : address) + ":" + request.getLocalPort());
	}

	private static @Nullable String titleOf(String page) {
		Matcher title = TITLE.matcher(page);
		return (title.find()) ? SensitiveDataRedactor
			.redactOwn(HtmlUtils.htmlUnescape(title.group(1)).replace(SUFFIX, ""), MAX_LENGTH) : null;
	}

}
