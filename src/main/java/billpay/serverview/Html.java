package billpay.serverview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

import org.unbescape.html.HtmlEscape;

/**
 * Writes the pane, a piece after the other. Not a template, because the pane is on every
 * page and a template would take a quarter of the page's time; escaped by the library
 * that Thymeleaf escapes with.
 */
final class Html {

	private static final int ROOM = 6_000;

	private static final ZoneRules ZONE = ZoneId.systemDefault().getRules();

	private static final long DAY = Duration.ofDays(1).toSeconds();

	private final StringBuilder out = new StringBuilder(ROOM);

	private final Texts.In texts;

	Html(Texts.In texts) {
		this.texts = texts;
	}

	/**
	 * Adds markup with sentences in it.
	 * @param template markup that is always the same, see {@link Texts.In#fill}
	 * @return this
	 */
	Html fill(String template) {
		this.out.append(this.texts.fill(template));
		return this;
	}

	/**
	 * Adds a sentence.
	 * @param key the end of its key
	 * @return this
	 */
	Html sentence(String key) {
		this.out.append(this.texts.get(key));
		return this;
	}

	/**
	 * Adds markup.
	 * @param markup text of ours, or text that is escaped already
	 * @return this
	 */
	Html add(String markup) {
		this.out.append(markup);
		return this;
	}

	Html add(long number) {
		this.out.append(number);
		return this;
	}

	/**
	 * Adds text that nobody has looked at, or that goes between quotes.
	 * @param text any text
	 * @return this
	 */
	Html text(String text) {
		this.out.append((isPlain(text)) ? text : HtmlEscape.escapeHtml4Xml(text));
		return this;
	}

	private static boolean isPlain(String text) {
		// Most texts are names, paths and numbers.
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter > 'z' || (letter < '(' && letter != ' ' && letter != '#') || letter == '<' || letter == '>') {
				return false;
			}
		}
		return true;
	}

	Html code(String text) {
		return add("<code>").text(text).add("</code>");
	}

	/**
	 * Adds a length of time, the way a clock counts down.
	 * @param seconds how long
	 * @return this
	 */
	Html clock(long seconds) {
		long left = Math.max(seconds, 0);
		if (left >= 3600) {
			add(left / 3600).add(":").twoDigits(left / 60 % 60);
		}
		else {
			add(left / 60);
		}
		return add(":").twoDigits(left % 60);
	}

	/**
	 * Adds the time of a day.
	 * @param time the time
	 * @return this
	 */
	Html time(Instant time) {
		long minute = Math.floorMod(time.getEpochSecond() + ZONE.getOffset(time).getTotalSeconds(), DAY) / 60;
		return twoDigits(minute / 60).add(":").twoDigits(minute % 60);
	}

	private Html twoDigits(long number) {
		return ((number < 10) ? add("0") : this).add(number);
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

}
