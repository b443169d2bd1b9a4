package billpay.system;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that send next to nothing, or far too much, and the customer beside them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@Tag("R8")
class SlowClientsTests {

	private static final int SLOW_CLIENTS = 100;

	private static final int MORE_THAN_THREADS = 300;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final String HEAD = "POST /login HTTP/1.1\r\nHost: localhost\r\n"
			+ "Content-Type: application/x-www-form-urlencoded\r\n";

	@LocalServerPort
	private int port;

	private final List<Socket> sockets = new ArrayList<>();

	@AfterEach
	void theServerIsAlive() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		assertThat(newBrowser().get("/healthcheck").status()).isEqualTo(200);
	}

	@Test
	void aCustomerIsServedBesideAHundredClientsThatTrickle() throws IOException {
		for (int i = 0; i < SLOW_CLIENTS; i++) {
			send((i % 2 == 0) ? HEAD + "X-Slow: " : HEAD + "Content-Length: 1000\r\n\r\nusername=ma");
		}
		ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
		try {
			trickle.scheduleAtFixedRate(() -> this.sockets.forEach(SlowClientsTests::sendOneByte), 0, 300,
					TimeUnit.MILLISECONDS);
			Browser customer = newBrowser();
			Instant start = Instant.now();
			customer.fillCart(customer.signUp("patient"));
			assertThat(customer.pay("4242 4242 4242 4242").status()).isEqualTo(303);
			assertThat(customer.follow().text()).contains("Thank you. It is paid.");
			for (int i = 0; i < 100; i++) {
				assertThat(customer.get("/payments").status()).isEqualTo(200);
			}
			assertThat(Duration.between(start, Instant.now()).dividedBy(100)).isLessThan(PATIENCE);
		}
		finally {
			trickle.shutdownNow();
		}
	}

	@Test
	void moreSlowFormsThanTheServerHasThreadsHoldItUpForSecondsOnly() throws IOException {
		for (int i = 0; i < MORE_THAN_THREADS; i++) {
			send(HEAD + "Content-Length: 1000\r\n\r\nusername=ma");
		}
		ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
		try {
			trickle.scheduleAtFixedRate(() -> this.sockets.forEach(SlowClientsTests::sendOneByte), 0, 500,
					TimeUnit.MILLISECONDS);
			assertThat(newBrowser().get("/healthcheck").status()).isEqualTo(200);
			assertThat(newBrowser().get("/login").status()).isEqualTo(200);
			assertThat(new String(this.sockets.get(0).getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
				.isEqualTo("HTTP/1.1 408");
		}
		finally {
			trickle.shutdownNow();
		}
	}

	@Test
	void headersOfTwentyKilobytesAreRefused() throws IOException {
		assertThat(answerTo(HEAD + "X-Long: " + "x".repeat(20 * 1024) + "\r\n\r\n")).startsWith("HTTP/1.1 400 ");
	}

	@Test
	void aFormOfThreeMegabytesIsRefused() throws IOException {
		int length = 3 * 1024 * 1024;
		assertThat(answerTo(HEAD + "Content-Length: " + length + "\r\n\r\nusername=" + "x".repeat(length - 9)))
			.startsWith("HTTP/1.1 413 ");
	}

	@Test
	void aClientThatLeavesInTheMiddleOfItsFormIsNotWorthAStackTrace(CapturedOutput output) throws IOException {
		Socket socket = send(HEAD + "Content-Length: 1000\r\n\r\nusername=ma");
		socket.shutdownOutput();
		socket.getInputStream().readAllBytes();
		assertThat(output).doesNotContain("Exception");
	}

	private HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private Socket send(String bytes) throws IOException {
		Socket socket = new Socket(InetAddress.getByName("localhost"), this.port);
		this.sockets.add(socket);
		socket.setSoTimeout(30_000);
		OutputStream out = socket.getOutputStream();
		out.write(bytes.getBytes(StandardCharsets.US_ASCII));
		out.flush();
		return socket;
	}

	private String answerTo(String request) throws IOException {
		byte[] start = send(request).getInputStream().readNBytes(16);
		return new String(start, StandardCharsets.US_ASCII);
	}

	private static void sendOneByte(Socket socket) {
		try {
			socket.getOutputStream().write('x');
			socket.getOutputStream().flush();
		}
		catch (IOException ex) {
			// The server has had enough of it, as it may.
		}
	}

}
