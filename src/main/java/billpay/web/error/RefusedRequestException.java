package billpay.web.error;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;

/**
 * A request that ends on the error page with a sentence of its own.
 */
public class RefusedRequestException extends ResponseStatusException {

	/**
	 * A request that cannot be met.
	 * @param status the response's status, from 400
	 * @param messageKey the message that tells the customer why, and where to go on
	 */
	public RefusedRequestException(HttpStatusCode status, String messageKey) {
		super(status, messageKey);
	}

}
