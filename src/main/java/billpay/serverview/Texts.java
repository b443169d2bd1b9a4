package billpay.serverview;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The sentences of the pane, put into its markup once in each language.
 */
@Component
class Texts {

	private static final Pattern KEY = Pattern.compile("\\{([a-zA-Z.-]+)}");

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

		private final Map<String, String> sentences = new ConcurrentHashMap<>();

		private final Map<String, String> filled = new ConcurrentHashMap<>();

		private In(Locale locale) {
			this.locale = locale;
		}

		/**
		 * A sentence.
		 * @param key the end of its key, after {@code server-view.}
		 * @return the sentence as markup, empty when there is none
		 */
		String get(String key) {
			String sentence = this.sentences.get(key);
			if (sentence == null) {
				sentence = this.sentences.computeIfAbsent(key, this::find);
			}
			return (sentence != null) ? sentence : "";
		}

		private @Nullable String find(String key) {
			// What is missing is not kept: a form's name comes from whatever was asked
			// for.
			String sentence = Texts.this.messages.getMessage("server-view." + key, null, "", this.locale);
			return (sentence.isEmpty()) ? null : HtmlEscape.escapeHtml4Xml(sentence);
		}

		/**
		 * Markup with sentences in it.
		 * @param template markup of ours, always the same, with the ends of keys in
		 * braces
		 * @return the markup
		 */
		String fill(String template) {
			String markup = this.filled.get(template);
			return (markup != null) ? markup : this.filled.computeIfAbsent(template, this::put);
		}

		private String put(String template) {
			return KEY.matcher(template).replaceAll((key) -> Matcher.quoteReplacement(get(key.group(1))));
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

	}

}
