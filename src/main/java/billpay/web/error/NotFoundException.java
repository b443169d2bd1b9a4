package billpay.web.error;

import org.springframework.http.HttpStatus;

/**
 * The requested thing does not exist, or does not belong to the customer: both look alike
 * (OWASP ASVS 8.2.2). Ends in the 404 page.
 */
public class NotFoundException extends RefusedRequestException {

	/**
	 * A thing that is not there.
	 * @param messageKey the message that tells the customer what, and where to go on
	 */
	public NotFoundException(String messageKey) {
		super(HttpStatus.NOT_FOUND, messageKey);
	}

}
