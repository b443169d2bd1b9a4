package billpay.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout shows on every page.
 */
@ControllerAdvice
class LayoutControllerAdvice {

	private final AssetUrls assets;

	private final NodeProperties node;

	LayoutControllerAdvice(AssetUrls assets, NodeProperties node) {
		this.assets = assets;
		this.node = node;
	}

	@ModelAttribute("assets")
	AssetUrls assets() {
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
	 * The notice above the page. Mostly a redirect has left it, as the flash attribute
	 * {@code notice}: then it is in the model already, and nobody asks here.
	 * @param request the request, which may have met with an outage
	 * @return the key of a message, or {@code null} when there is nothing to tell
	 */
	@ModelAttribute("notice")
	@Nullable String notice(HttpServletRequest request) {
		return (StatelessPaths.worksWithoutSession(request)
				&& StoreUnavailableException.affects(StoreUnavailableException.Store.SESSIONS, request))
						? "notice.sessions-away" : null;
	}

}
