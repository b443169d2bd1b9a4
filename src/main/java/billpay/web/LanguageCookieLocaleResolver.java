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
 * Resolves the language of a page: the one that {@code ?lang=} selected and a long-lived
 * cookie remembers, otherwise the first supported one of the browser's, otherwise
 * English. Unsupported languages are ignored.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class LanguageCookieLocaleResolver extends CookieLocaleResolver {

	/** The languages with a message file; the first is the default. */
	public static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE);

	LanguageCookieLocaleResolver(@Qualifier("languageCookieDefinition") CookieDefinition cookie) {
		super(cookie.name());
		setCookiePath(cookie.path());
		setCookieSecure(cookie.secure());
		setCookieMaxAge(cookie.maxAge());
		setCookieHttpOnly(cookie.httpOnly());
		setCookieSameSite(cookie.sameSite());
		setRejectInvalidCookies(false);
		setDefaultLocaleFunction(LanguageCookieLocaleResolver::preferred);
	}

	// Every Chinese reader is offered the one Chinese there is.
	static @Nullable Locale nearest(@Nullable Locale asked) {
		return SUPPORTED.stream()
			.filter((supported) -> asked != null && supported.getLanguage().equals(asked.getLanguage()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The first of the browser's languages that is supported.
	 * @param request the request, of which only {@code Accept-Language} is read
	 * @return one of {@link #SUPPORTED}
	 */
	public static Locale preferred(HttpServletRequest request) {
		return Collections.list(request.getLocales())
			.stream()
			.map(LanguageCookieLocaleResolver::nearest)
			.filter((supported) -> supported != null)
			.findFirst()
			.orElse(SUPPORTED.get(0));
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String cookie) {
		return nearest(Locale.forLanguageTag(cookie));
	}

}
