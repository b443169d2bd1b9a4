package billpay.web.tomcat;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.tomcat.util.buf.ByteChunk;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Reads the body of every request before anything else, within a total time, and limits
 * how many threads wait for one. Tomcat's own timeout restarts with every byte, also
 * while it skips an unread body, so that as many slow clients as it has threads would
 * block the server.
 * <p>
 * A body that has arrived with its headers, as that of most forms, is never refused. A
 * refused request bypasses the application and its error page, so that it costs little.
 */
class BodyTimeoutValve extends ValveBase {

	private static final int CHUNK = 4096;

	private static final String RETRY_AFTER_SECONDS = "5";

	private final int maxSize;

	private final Duration timeout;

	private final Semaphore waiting;

	// A larger body is read and thrown away, because a browser reads the response only
	// when it has sent everything.
	BodyTimeoutValve(int maxSize, Duration timeout, int maxWaiting) {
		super(true);
		this.maxSize = maxSize;
		this.timeout = timeout;
		this.waiting = new Semaphore(maxWaiting);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (request.isFinished()) {
			getNext().invoke(request, response);
		}
		else if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) { // by Tomcat
			drop(request);
			getNext().invoke(request, response);
		}
		else if (hasArrived(request)) {
			read(request, response);
			getNext().invoke(request, response);
		}
		else if (this.waiting.tryAcquire()) {
			try {
				waitFor(request, response);
			}
			finally {
				this.waiting.release();
			}
			getNext().invoke(request, response);
		}
		else {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	private void waitFor(Request request, Response response) throws IOException {
		if (isTooLong(request) && request.getCoyoteRequest().hasExpectation()) {
			refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
		}
		else {
			response.sendAcknowledgement(ContinueResponseTiming.IMMEDIATELY);
			read(request, response);
		}
	}

	private static boolean hasArrived(Request request) {
		request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
		long length = request.getContentLengthLong();
		return length >= 0 && request.getCoyoteRequest().getAvailable() >= length;
	}

	private boolean isTooLong(Request request) {
		return request.getContentLengthLong() > this.maxSize;
	}

	private void read(Request request, Response response) throws IOException {
		ByteChunk body = new ByteChunk();
		HttpStatus refusal = readInTime(request.getStream(), body);
		if (refusal == null) {
			replay(request, body);
		}
		else {
			request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION); // makes it a 500
			refuse(request, response, (isTooLong(request)) ? HttpStatus.CONTENT_TOO_LARGE : refusal);
		}
	}

	private @Nullable HttpStatus readInTime(InputStream stream, ByteChunk body) {
		long start = System.nanoTime();
		long size = 0;
		byte[] chunk = new byte[CHUNK];
		try {
			for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
				size += read;
				if (size <= this.maxSize) {
					body.append(chunk, 0, read);
				}
				if (System.nanoTime() - start > this.timeout.toNanos()) {
					return HttpStatus.REQUEST_TIMEOUT;
				}
			}
			return (size > this.maxSize) ? HttpStatus.CONTENT_TOO_LARGE : null;
		}
		catch (IOException ex) {
			return (ex.getCause() instanceof SocketTimeoutException) ? HttpStatus.REQUEST_TIMEOUT
					: HttpStatus.BAD_REQUEST;
		}
	}

	private static void refuse(Request request, Response response, HttpStatus status) throws IOException {
		drop(request);
		response.sendError(status.value());
	}

	// Leaves what has not been read of a body: the connection is closed after the
	// response.
	private static void drop(Request request) {
		request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		replay(request, new ByteChunk());
	}

	private static void replay(Request request, ByteChunk body) {
		request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, body);
	}

}
