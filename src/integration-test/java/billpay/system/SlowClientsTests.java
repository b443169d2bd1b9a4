package billpay.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import billpay.support.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

	private static final int TWICE_THE_THREADS = 400;

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
			assertThat(customer.follow().text()).contains("Thank you. Your payment was successful.");
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

	@ParameterizedTest
	@ValueSource(strings = { "GET /login HTTP/1.1\r\nContent-Length: 50000\r\n",
			"PUT /login HTTP/1.1\r\nContent-Length: 5000000\r\n", "POST /login HTTP/1.1\r\nContent-Length: 1000\r\n",
			"POST /login HTTP/1.1\r\nContent-Length: 70000\r\n",
			"POST /login HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
			"GET /%ff HTTP/1.1\r\nContent-Length: 50000\r\n" })
	void slowBodiesOfReconnectingClientsDelayNobody(String head) throws IOException {
		String request = head + "Host: localhost\r\n\r\n" + ((head.contains("chunked")) ? "c350\r\n" : "");
		answersAtOnce();
		for (int i = 0; i < TWICE_THE_THREADS; i++) {
			send(request);
		}
		ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
		try {
			Future<?> attack = trickle.scheduleWithFixedDelay(() -> trickleAndReconnect(request), 0, 500,
					TimeUnit.MILLISECONDS);
			for (int i = 0; i < 3; i++) {
				answersAtOnce();
			}
			assertThat(attack).as("still going on").isNotDone();
		}
		finally {
			stop(trickle);
		}
	}

	private void answersAtOnce() {
		for (String path : List.of("/healthcheck", "/login")) {
			Instant start = Instant.now();
			assertThat(newBrowser().get(path).status()).isEqualTo(200);
			assertThat(Duration.between(start, Instant.now())).as(path).isLessThan(PATIENCE);
		}
		Instant start = Instant.now();
		Page form = new RawHttp(this.port)
			.sendBytes(HEAD + "Connection: close\r\nContent-Length: 10\r\n\r\nusername=a");
		assertThat(form.status()).as("a form in one piece").isEqualTo(403);
		assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
	}

	private void trickleAndReconnect(String request) {
		List<Socket> round = List.copyOf(this.sockets);
		this.sockets.clear();
		for (Socket socket : round) {
			if (isClosed(socket)) {
				sendAgain(socket, request);
			}
			else {
				sendOneByte(socket);
				this.sockets.add(socket);
			}
		}
	}

	/**
	 * Whether the server has closed the connection; an answer alone is no reason to stop.
	 */
	private static boolean isClosed(Socket socket) {
		try {
			socket.setSoTimeout(1);
			byte[] answer = new byte[4096];
			int read = socket.getInputStream().read(answer);
			while (read >= 0) {
				read = socket.getInputStream().read(answer);
			}
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private void sendAgain(Socket closed, String request) {
		try {
			closed.close();
			send(request);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void stop(ExecutorService trickle) {
		trickle.shutdownNow();
		try {
			assertThat(trickle.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void slowBodyBeyondTheLimitOfThreadsIs503() throws IOException {
		for (int i = 0; i < SLOW_CLIENTS; i++) {
			send(HEAD + "Content-Length: 1000\r\n\r\nusername=ma");
		}
		List<String> answers = new ArrayList<>();
		for (Socket socket : this.sockets) {
			answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		assertThat(answers).allMatch((answer) -> answer.startsWith("HTTP/1.1 408") || answer.startsWith("HTTP/1.1 503"))
			.anyMatch((answer) -> answer.startsWith("HTTP/1.1 408")
					&& answer.contains("Your form took too long to arrive"));
		assertThat(answers).filteredOn((answer) -> answer.startsWith("HTTP/1.1 503"))
			.isNotEmpty()
			.allMatch((answer) -> answer.contains("\r\nRetry-After: 5\r\n")
					&& answer.contains("\r\nContent-Security-Policy: default-src 'none'")
					&& answer.contains("Please try again in a few seconds."));
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
