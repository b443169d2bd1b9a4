package billpay.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Which language a page is in: the one that {@code ?lang=} asked for once and a
 * long-lived cookie remembers, else the first of the browser's that we speak, else
 * English. What we do not speak is ignored wherever it comes from.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class LanguageResolver extends CookieLocaleResolver {

	/** The languages with a message file; the first is the default. */
	public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE);

	LanguageResolver(@Qualifier("knownLanguageCookie") CookieDefinition cookie) {
		super(cookie.name());
		setCookiePath(cookie.path());
		setCookieSecure(cookie.secure());
		setCookieMaxAge(cookie.maxAge());
		setCookieHttpOnly(cookie.httpOnly());
		setCookieSameSite(cookie.sameSite());
		setRejectInvalidCookies(false);
		setDefaultLocaleFunction(LanguageResolver::preferred);
	}

	/**
	 * The language we speak that comes nearest: any Chinese reader is offered the Chinese
	 * we have.
	 * @param asked a language
	 * @return one of {@link #SPOKEN} or {@code null}
	 */
	static @Nullable Locale nearest(@Nullable Locale asked) {
		return SPOKEN.stream()
			.filter((spoken) -> asked != null && spoken.getLanguage().equals(asked.getLanguage()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The first of the browser's languages that we speak.
	 * @param request the request, of which only {@code Accept-Language} is read
	 * @return one of {@link #SPOKEN}
	 */
	public static Locale preferred(HttpServletRequest request) {
		return Collections.list(request.getLocales())
			.stream()
			.map(LanguageResolver::nearest)
			.filter((spoken) -> spoken != null)
			.findFirst()
			.orElse(SPOKEN.get(0));
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String cookie) {
		return nearest(Locale.forLanguageTag(cookie));
	}

}
