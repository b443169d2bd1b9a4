package billpay.web.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Formats dates in the language of the page, by the patterns {@code format.*} of the
 * messages, and times in the time zone of the server.
 */
@Component
public class LocalizedDateFormatter {

	private final MessageSource messages;

	LocalizedDateFormatter(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A month for a person to read.
	 * @param day any day of the month
	 * @return such as {@code November 2026}
	 */
	public String month(LocalDate day) {
		return month(day, LocaleContextHolder.getLocale());
	}

	/**
	 * A month for a person to read.
	 * @param day any day of the month
	 * @param locale the person's language
	 * @return such as {@code November 2026}
	 */
	public String month(LocalDate day, Locale locale) {
		return format("format.month", day, locale);
	}

	/**
	 * A date for a person to read.
	 * @param day the date
	 * @return such as {@code 30 Nov 2026}
	 */
	public String date(LocalDate day) {
		return format("format.date", day, LocaleContextHolder.getLocale());
	}

	/**
	 * A time for a person to read.
	 * @param time the time
	 * @return such as {@code 30 Nov 2026, 14:05}
	 */
	public String dateTime(Instant time) {
		return format("format.date-time", time, LocaleContextHolder.getLocale());
	}

	/**
	 * A time for a person to read, with the day of the week.
	 * @param time the time
	 * @return such as {@code Monday, 30 Nov 2026, 14:05}
	 */
	public String weekdayDateTime(Instant time) {
		return format("format.weekday-date-time", time, LocaleContextHolder.getLocale());
	}

	private String format(String pattern, TemporalAccessor time, Locale locale) {
		return DateTimeFormatter.ofPattern(this.messages.getMessage(pattern, null, locale), locale)
			.withZone(ZoneId.systemDefault())
			.format(time);
	}

}
