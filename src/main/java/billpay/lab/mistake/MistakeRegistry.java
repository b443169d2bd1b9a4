package billpay.lab.mistake;

import java.util.List;
import java.util.Locale;

import billpay.lab.http.ServerAddress;
import billpay.lab.technique.LabProperties;
import billpay.web.AssetUrls;
import billpay.web.LanguageCookieLocaleResolver;
import billpay.web.error.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * All mistakes, in the order in which they are taught, and what their pages show.
 */
@Component
public class MistakeRegistry {

	// A mistake may show its page itself, so it needs this one first.
	private final ObjectProvider<Mistake> all;

	private final MistakeSessions sessions;

	private final LabProperties properties;

	private final AssetUrls assets;

	MistakeRegistry(ObjectProvider<Mistake> all, MistakeSessions sessions, LabProperties properties, AssetUrls assets) {
		this.assets = assets;
		this.all = all;
		this.sessions = sessions;
		this.properties = properties;
	}

	List<String> names() {
		return this.all.orderedStream().map(Mistake::name).toList();
	}

	/**
	 * Finds a mistake.
	 * @param name its name
	 * @return the mistake
	 * @throws NotFoundException when there is none
	 */
	public Mistake get(String name) {
		return this.all.stream()
			.filter((mistake) -> mistake.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("error.404"));
	}

	/**
	 * What the page of a mistake shows to a browser.
	 * @param mistake the mistake
	 * @param request the browser's request
	 * @return the view
	 */
	public MistakeView view(Mistake mistake, HttpServletRequest request) {
		List<String> names = names();
		int position = names.indexOf(mistake.name());
		return this.sessions.read(request,
				(session) -> new MistakeView(mistake.name(), at(names, position - 1), at(names, position + 1), curl(),
						this.assets.urlOf("lab.js"), ServerAddress.of(request), this.properties.mistakes(),
						mistake.outcome(Half.WRONG, session), mistake.outcome(Half.RIGHT, session),
						mistake.details(session, request)));
	}

	/**
	 * Shows the page of a mistake again, with the reason why one half has refused a form.
	 * @param mistake the mistake
	 * @param half which half
	 * @param reason the end of the key of the message that says why
	 * @param request the browser's request
	 * @param model the model of the page
	 * @return the name of the page's view
	 */
	public String refuse(Mistake mistake, Half half, String reason, HttpServletRequest request, Model model) {
		model.addAttribute((half == Half.WRONG) ? "wrongRefused" : "rightRefused", mistake.name() + "." + reason);
		model.addAttribute("mistake", view(mistake, request));
		return MistakeView.TEMPLATE;
	}

	private static @Nullable String at(List<String> names, int position) {
		return (position >= 0 && position < names.size()) ? names.get(position) : null;
	}

	// Without the header the server answers in its first language.
	private static String curl() {
		Locale language = LocaleContextHolder.getLocale();
		boolean first = language.equals(LanguageCookieLocaleResolver.SUPPORTED.get(0));
		return (first) ? "curl -s" : "curl -s -H 'Accept-Language: " + language.toLanguageTag() + "'";
	}

}
