package billpay.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.tomcat.util.buf.ByteChunk;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Reads the body of a POST before anything else happens, within a time in all. Tomcat's
 * own limit starts again with every byte, so that two hundred clients that send one now
 * and then would hold all of its threads for as long as they like.
 */
class PromptBodies extends ValveBase {

	private static final int CHUNK = 4096;

	private final int maxSize;

	private final Duration maxTime;

	/**
	 * Creates the valve.
	 * @param maxSize the most bytes of a body; a longer one is not read here
	 * @param maxTime how long it may take in all
	 */
	PromptBodies(int maxSize, Duration maxTime) {
		super(true);
		this.maxSize = maxSize;
		this.maxTime = maxTime;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		// Tomcat refuses by itself what says beforehand that it is too long.
		if (HttpMethod.POST.matches(request.getMethod()) && request.getContentLengthLong() <= this.maxSize) {
			response.sendAcknowledgement(ContinueResponseTiming.IMMEDIATELY);
			ByteChunk body = new ByteChunk();
			HttpStatus refusal = read(request, body);
			if (refusal != null) {
				replay(request, new ByteChunk()); // the error page must not wait for the
													// rest
				response.sendError(refusal.value());
				return;
			}
			replay(request, body);
		}
		getNext().invoke(request, response);
	}

	private @Nullable HttpStatus read(Request request, ByteChunk body) throws IOException {
		long start = System.nanoTime();
		byte[] chunk = new byte[CHUNK];
		InputStream stream = request.getStream();
		try {
			for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
				body.append(chunk, 0, read);
				if (body.getLength() > this.maxSize) {
					return HttpStatus.CONTENT_TOO_LARGE;
				}
				if (System.nanoTime() - start > this.maxTime.toNanos()) {
					return HttpStatus.REQUEST_TIMEOUT;
				}
			}
		}
		catch (SocketTimeoutException ex) {
			return HttpStatus.REQUEST_TIMEOUT;
		}
		catch (IOException ex) {
			return HttpStatus.BAD_REQUEST;
		}
		return null;
	}

	private static void replay(Request request, ByteChunk body) {
		request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, body);
	}

}
