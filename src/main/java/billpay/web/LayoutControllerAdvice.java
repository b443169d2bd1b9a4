package billpay.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds what the layout shows on every page.
 */
@ControllerAdvice
class LayoutControllerAdvice {

	private final AssetUrls assets;

	private final NodeProperties node;

	private final LayoutLinks links;

	private final LayoutLinks instructorLinks;

	LayoutControllerAdvice(AssetUrls assets, NodeProperties node, ObjectProvider<LayoutLink> links) {
		this.assets = assets;
		this.node = node;
		this.links = LayoutLinks.of(links.orderedStream().filter((link) -> !link.forInstructor()).toList());
		this.instructorLinks = LayoutLinks.of(links.orderedStream().toList());
	}

	@ModelAttribute("assets")
	AssetUrls assets() {
		return this.assets;
	}

	@ModelAttribute("links")
	LayoutLinks links(HttpServletRequest request) {
		return (request.isUserInRole("INSTRUCTOR")) ? this.instructorLinks : this.links;
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
