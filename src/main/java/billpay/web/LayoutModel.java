package billpay.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the layout shows on every page.
 */
@ControllerAdvice
class LayoutModel {

	private final MessageSource messages;

	private final Assets assets;

	private final Node node;

	LayoutModel(MessageSource messages, Assets assets, Node node) {
		this.messages = messages;
		this.assets = assets;
		this.node = node;
	}

	@ModelAttribute("assets")
	Assets assets() {
		return this.assets;
	}

	@ModelAttribute("node")
	@Nullable String node() {
		return this.node.name();
	}

	@ModelAttribute("user")
	@Nullable String user(HttpServletRequest request) {
		return request.getRemoteUser();
	}

	@ModelAttribute("instructor")
	boolean instructor(HttpServletRequest request) {
		return request.isUserInRole("INSTRUCTOR");
	}

	/**
	 * What the request before this one did. A redirect says it in its query string, by
	 * the name of a message, so that it needs no place in the session.
	 * @param name the part of the message key after {@code notice.}
	 * @param locale the page's language
	 * @param request the request, which may have met with an outage
	 * @return the sentence, or {@code null} when there is none of that name
	 */
	@ModelAttribute("notice")
	@Nullable String notice(@RequestParam(name = "notice", required = false) @Nullable String name, Locale locale,
			HttpServletRequest request) {
		if (Sessionless.servesStrangers(request) && Outage.of(Outage.Store.SESSIONS, request)) {
			return this.messages.getMessage("notice.sessions-away", null, locale);
		}
		return (name != null) ? this.messages.getMessage("notice." + name, null, null, locale) : null;
	}

}
