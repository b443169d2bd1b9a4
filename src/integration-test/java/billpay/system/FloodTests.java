package billpay.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import billpay.support.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Strangers in any number take nothing from a customer, and nothing secret stays behind.
 */
class FloodTests {

	private static final int REQUESTS = 200_000;

	private static final int THREADS = 2;

	/** Tomcat closes a connection after so many. */
	private static final int REQUESTS_PER_CONNECTION = 100;

	private static final byte[] STATUS_LINE = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

	@TempDir
	private Path folder;

	@Test
	@Tag("S16")
	@Tag("R9")
	@Tag("L3")
	@Tag("P9")
	void aCustomerGoesOnAfterTwoHundredThousandStrangersInASmallHeap() throws Exception {
		try (PackagedApplication application = PackagedApplication
			.ofExecutableJar(this.folder, "-Xmx128m", "-XX:+UseSerialGC")
			.start()) {
			Browser customer = application.newBrowser();
			String number = customer.signUp("steadfast");
			customer.fillCart(number);

			Instant start = Instant.now();
			assertThat(flood(application.port())).isEqualTo(REQUESTS / 2);
			long halfway = application.liveBytes();
			assertThat(flood(application.port())).isEqualTo(REQUESTS / 2);
			long end = application.liveBytes();
			System.out.printf("FloodTests: %d requests in %d s, %d bytes live halfway and %d at the end%n", REQUESTS,
					Duration.between(start, Instant.now()).toSeconds(), halfway, end);

			assertThat(end).as("a flat heap").isLessThan(halfway + halfway / 10);
			assertThat(application.isRunning()).isTrue();
			assertThat(application.log()).doesNotContain("OutOfMemoryError");
			assertThat(customer.get("/cart").text()).contains(number, "Total $42.50");
			assertThat(customer.pay("5555 5555 5555 4444").status()).isEqualTo(303);
			assertThat(customer.follow().text()).contains("Mastercard ending in 4444");

			application.newBrowser().signIn("mark", "pay-my-bill");
			application.stop();
			// What is searched is readable: the public half of the payment is found.
			assertThat(application.ledgerBytes()).contains("steadfast", "Mastercard");
			assertThat(application.log()).contains("signed-in: user=steadfast");
			for (String bytes : List.of(application.ledgerBytes(), application.log())) {
				assertThat(bytes).doesNotContain("5555555555554444", "5555 5555 5555 4444", "cvc", "A. Customer",
						"secret of steadfast", "pay-my-bill", "of-the-instructor");
			}
		}
	}

	private static int flood(int port) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<Integer>> answered = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				answered.add(threads.submit(() -> flood(port, REQUESTS / 2 / THREADS / REQUESTS_PER_CONNECTION)));
			}
			int sum = 0;
			for (Future<Integer> count : answered) {
				sum += count.get(10, TimeUnit.MINUTES);
			}
			return sum;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static int flood(int port, int connections) throws IOException {
		byte[] requests = "GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(REQUESTS_PER_CONNECTION)
			.getBytes(StandardCharsets.US_ASCII);
		int answered = 0;
		for (int i = 0; i < connections; i++) {
			try (Socket socket = new Socket(InetAddress.getByName("localhost"), port)) {
				socket.setSoTimeout(60_000);
				socket.getOutputStream().write(requests);
				answered += countAnswers(socket.getInputStream());
			}
		}
		return answered;
	}

	private static int countAnswers(InputStream answers) throws IOException {
		byte[] buffer = new byte[65536];
		int found = 0;
		int matched = 0;
		for (int read = answers.read(buffer); read >= 0; read = answers.read(buffer)) {
			for (int i = 0; i < read; i++) {
				matched = (buffer[i] == STATUS_LINE[matched]) ? matched + 1 : (buffer[i] == STATUS_LINE[0]) ? 1 : 0;
				if (matched == STATUS_LINE.length) {
					found++;
					matched = 0;
				}
			}
		}
		return found;
	}

}
