package billpay.web.error;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What error pages say, by the status of the answer.
 */
@Component
class ErrorMessages {

	private final MessageSource messages;

	ErrorMessages(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The headline of an error page.
	 * @param status an HTTP status from 400
	 * @param locale the language
	 * @return the status's own headline, or the general one
	 */
	String heading(int status, Locale locale) {
		String general = this.messages.getMessage("error.title", null, locale);
		return this.messages.getMessage("error.title." + status, null, general, locale);
	}

	/**
	 * What a status means, for a person to read.
	 * @param status an HTTP status from 400
	 * @param locale the language
	 * @return the status's own sentence, or that of its kind
	 */
	String sentence(int status, Locale locale) {
		String general = this.messages.getMessage((status >= 500) ? "error.5xx" : "error.4xx", null, locale);
		return this.messages.getMessage("error." + status, null, general, locale);
	}

	/**
	 * What has gone wrong, if somebody has said so by the key of a message.
	 * @param status an HTTP status from 400
	 * @param reason the key, or anything that a framework has put there
	 * @param locale the language
	 * @return the message, or what the status means
	 */
	String sentence(int status, @Nullable Object reason, Locale locale) {
		String general = sentence(status, locale);
		return (reason instanceof String key) ? this.messages.getMessage(key, null, general, locale) : general;
	}

}
