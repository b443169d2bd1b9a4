package billpay.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A browser that writes down every answer it gets, to be searched for what should be on
 * no page. The payment page's own list of cards to try is left out: those numbers stand
 * there for everybody, before anybody has sent one.
 */
final class RecordedBrowser extends HttpBrowser {

	private static final String CARDS_TO_TRY = "(?s)<aside class=\"hint\".*?</aside>";

	private final Path record;

	RecordedBrowser(String base, Path record) {
		super(base);
		this.record = record;
	}

	@Override
	public Page send(String method, String path, String body) {
		Page page = super.send(method, path, body);
		write("%s %s%n%d %s%n%s%n%s%n".formatted(method, path, page.status(), page.location(), page.setCookies(),
				page.body().replaceAll(CARDS_TO_TRY, "")));
		return page;
	}

	private synchronized void write(String text) {
		try {
			Files.writeString(this.record, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			// Not an UncheckedIOException: that would look like a server that is gone.
			throw new IllegalStateException(ex);
		}
	}

}
