package billpay.serverview.conversation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import billpay.serverview.ServerViewProperties;
import billpay.support.OverHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that are as long as the server accepts them, under many tokens: what is kept
 * of them fits into the memory that the recordings may take.
 */
@TestPropertySource(properties = "billpay.server-view.max-memory=4MB")
class CraftedRequestsTests extends OverHttp {

	private static final int BROWSERS = 60;

	private static final int REQUESTS = 20;

	@Autowired
	private ConversationRepository conversations;

	@Autowired
	private ServerViewProperties properties;

	private static String tokenOf(int browser) {
		return "%032d".formatted(browser);
	}

	private static String[] longHeaders(int browser) {
		Stream<String> cookies = Stream.of("Cookie: BILLPAY_SERVER_VIEW=" + tokenOf(browser) + "; "
				+ IntStream.range(0, 12)
					.mapToObj((i) -> ("c" + i).repeat(12) + ".".repeat(40) + "=v")
					.collect(Collectors.joining("; ")));
		Stream<String> headers = IntStream.range(0, 24).mapToObj((i) -> "Sec-Fetch-" + i + ": " + "x ".repeat(120));
		return Stream.concat(cookies, headers).toArray(String[]::new);
	}

	private long bytesOf(int browser) {
		// At least two bytes for each character of all texts that differ.
		return 2L * this.conversations.find(tokenOf(browser))
			.exchanges()
			.stream()
			.mapToLong((exchange) -> exchange.request().toString().length() + exchange.response().toString().length())
			.sum();
	}

	@Test
	@Tag("S16")
	void memoryOfLongRequestsUnderManyTokensIsBounded() {
		List<Integer> browsers = IntStream.rangeClosed(1, BROWSERS).boxed().toList();
		for (int browser : browsers) {
			String[] headers = longHeaders(browser);
			for (int i = 0; i < REQUESTS; i++) {
				raw().get("/nowhere/" + "a/".repeat(100) + "?" + "b/".repeat(100), headers);
			}
		}
		long kept = browsers.stream().mapToLong(this::bytesOf).sum();
		System.out.printf("CraftedRequestsTests: %d KB in %d conversations%n", kept / 1024, this.conversations.count());
		assertThat(kept).isPositive().isLessThan(this.properties.maxMemory().toBytes());
		assertThat(bytesOf(BROWSERS)).as("of the latest").isPositive();
	}

}
