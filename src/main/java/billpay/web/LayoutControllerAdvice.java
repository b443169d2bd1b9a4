package billpay.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds what the layout shows on every page.
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

}
