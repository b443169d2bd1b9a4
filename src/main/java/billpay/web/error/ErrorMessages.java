package billpay.web.error;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The texts of error pages, by status.
 */
@Component
class ErrorMessages {

	private final MessageSource messages;

	ErrorMessages(MessageSource messages) {
		this.messages = messages;
	}

	String heading(int status, Locale locale) {
		String general = this.messages.getMessage("error.title", null, locale);
		return this.messages.getMessage("error.title." + status, null, general, locale);
	}

	// What was not found is often no page: then the reason has a heading of its own.
	String heading(int status, @Nullable Object reason, Locale locale) {
		return message((reason != null) ? reason + ".title" : null, heading(status, locale), locale);
	}

	String sentence(int status, Locale locale) {
		String general = this.messages.getMessage((status >= 500) ? "error.5xx" : "error.4xx", null, locale);
		return this.messages.getMessage("error." + status, null, general, locale);
	}

	// The reason may be a message key of ours or anything that a framework has put there.
	String sentence(int status, @Nullable Object reason, Locale locale) {
		return message(reason, sentence(status, locale), locale);
	}

	private String message(@Nullable Object key, String general, Locale locale) {
		return (key instanceof String code) ? this.messages.getMessage(code, null, general, locale) : general;
	}

}
