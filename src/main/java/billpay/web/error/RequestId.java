package billpay.web.error;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The id of a request, shown on error pages and logged.
 */
public final class RequestId {

	private static final String ATTRIBUTE = RequestId.class.getName();

	private RequestId() {
	}

	/**
	 * The id of a request; the first call gives it one.
	 * @param request the request
	 * @return eight hexadecimal digits
	 */
	public static String of(HttpServletRequest request) {
		if (request.getAttribute(ATTRIBUTE) instanceof String id) {
			return id;
		}
		String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
		request.setAttribute(ATTRIBUTE, id);
		return id;
	}

}
