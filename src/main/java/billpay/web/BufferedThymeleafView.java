package billpay.web;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * Buffers a page completely before it is sent, so that a failure half-way gives an error
 * page only. Thymeleaf can do so itself, but starts with a small buffer, encodes it piece
 * by piece and sends chunks, which took a twentieth of the time of {@code /bill}.
 */
class BufferedThymeleafView extends ThymeleafView {

	/** Most pages are shorter. */
	private static final int INITIAL_CAPACITY = 16 * 1024;

	@Override
	public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		StringBuilder page = new StringBuilder(INITIAL_CAPACITY);
		super.render(model, request, new BufferedResponse(response, new BufferWriter(page)));
		// The encoding is the one that Spring Boot sets.
		byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
		// The container sends what fits into its buffer after the last filter, and sets
		// the length. If the length were set here, it would send at once.
		response.setBufferSize(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/**
	 * Collects the page, so that the container's own writer is never opened.
	 */
	private static final class BufferedResponse extends HttpServletResponseWrapper {

		private final PrintWriter writer;

		BufferedResponse(HttpServletResponse response, PrintWriter writer) {
			super(response);
			this.writer = writer;
		}

		@Override
		public PrintWriter getWriter() {
			return this.writer;
		}

	}

	/**
	 * Collects text, without the lock that a {@link PrintWriter} takes for each piece.
	 */
	private static final class BufferWriter extends PrintWriter {

		private final StringBuilder text;

		BufferWriter(StringBuilder text) {
			super(Writer.nullWriter());
			this.text = text;
		}

		@Override
		public void write(int character) {
			this.text.append((char) character);
		}

		@Override
		public void write(char[] text, int from, int length) {
			this.text.append(text, from, length);
		}

		@Override
		public void write(String text, int from, int length) {
			this.text.append(text, from, from + length);
		}

		@Override
		public void write(String text) {
			this.text.append(text);
		}

	}

}
