package billpay.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser over real HTTP.
 */
public class HttpBrowser extends Browser {

	private static final HttpClient plain = HttpClient.newHttpClient();

	private final HttpClient client;

	private final String base;

	private final Map<String, String> extraHeaders = new LinkedHashMap<>();

	/**
	 * Creates a browser with no cookies.
	 * @param base scheme, host, port and context path, without a slash at the end
	 */
	public HttpBrowser(String base) {
		this(base, plain);
	}

	/**
	 * Creates a browser with no cookies and a way of its own to connect.
	 * @param base scheme, host, port and context path, without a slash at the end
	 * @param client sends the requests
	 */
	public HttpBrowser(String base, HttpClient client) {
		this.base = base;
		this.client = client;
	}

	/**
	 * Sends a header with every request from now on.
	 * @param name the header's name
	 * @param value its value
	 * @return this browser
	 */
	public HttpBrowser with(String name, String value) {
		this.extraHeaders.put(name, value);
		return this;
	}

	/**
	 * Where the next request goes.
	 * @return scheme, host, port and context path
	 */
	protected String base() {
		return this.base;
	}

	/**
	 * Takes the context path off, as every address in the shop must have it.
	 */
	@Override
	protected String below(String location) {
		String contextPath = URI.create(base()).getPath();
		if (!location.startsWith(contextPath + "/")) {
			throw new AssertionError(location + " leads out of " + base());
		}
		return location.substring(contextPath.length());
	}

	@Override
	protected Page send(String method, String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(method, path, body);
	}

	/**
	 * Sends a request with a body as it is. Cookies that come back are not kept.
	 * @param method the method
	 * @param path the path and query
	 * @param body the body of a form, not encoded any further
	 * @return what came
	 */
	public Page send(String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, (body.isEmpty()) ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (!body.isEmpty()) {
			request.header("Content-Type", "application/x-www-form-urlencoded");
		}
		if (!cookies().isEmpty()) {
			request.header("Cookie", String.join("; ", cookieHeader()));
		}
		this.extraHeaders.forEach(request::setHeader);
		try {
			HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
			return new Page(response.statusCode(), response.headers().map(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
