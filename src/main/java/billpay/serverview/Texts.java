package billpay.serverview;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.unbescape.html.HtmlEscape;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The sentences of the pane, escaped once in each language.
 */
@Component
class Texts {

	private final MessageSource messages;

	private final Map<Locale, In> byLocale = new ConcurrentHashMap<>();

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	In in(Locale locale) {
		return this.byLocale.computeIfAbsent(locale, In::new);
	}

	/**
	 * The sentences in one language.
	 */
	final class In {

		private final Locale locale;

		private final Map<String, String> escaped = new ConcurrentHashMap<>();

		private In(Locale locale) {
			this.locale = locale;
		}

		Locale locale() {
			return this.locale;
		}

		/**
		 * A sentence without arguments.
		 * @param key the end of its key, after {@code server-view.}
		 * @return the sentence as markup, empty when there is none
		 */
		String get(String key) {
			return this.escaped.computeIfAbsent(key, (missing) -> escape(
					Texts.this.messages.getMessage("server-view." + missing, null, "", this.locale)));
		}

		/**
		 * A sentence with arguments.
		 * @param key the end of its key, after {@code server-view.}
		 * @param arguments any texts
		 * @return the sentence as markup
		 */
		String with(String key, Object... arguments) {
			return escape(Texts.this.messages.getMessage("server-view." + key, arguments, this.locale));
		}

		/**
		 * A sentence for somebody who escapes it, as a template does.
		 * @param key the end of its key, after {@code server-view.}
		 * @param arguments any texts
		 * @return the sentence as it is
		 */
		String plain(String key, Object... arguments) {
			return Texts.this.messages.getMessage("server-view." + key, arguments, this.locale);
		}

		private static String escape(String sentence) {
			return HtmlEscape.escapeHtml4Xml(sentence);
		}

	}

}
