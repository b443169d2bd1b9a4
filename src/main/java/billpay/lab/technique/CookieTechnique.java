package billpay.lab.technique;

import billpay.web.CookieDefinitionFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in a cookie, as it is.
 */
@Component
@Order(4)
class CookieTechnique extends PlainTextTechnique {

	private final LabCookie cookie;

	CookieTechnique(CookieDefinitionFactory cookies) {
		this.cookie = new LabCookie(cookies, "LAB_ORDER", name());
	}

	@Override
	public String name() {
		return "cookie";
	}

	@Override
	public void send(String state, HttpServletResponse response) {
		this.cookie.write(state, response);
	}

	@Override
	public @Nullable String receive(HttpServletRequest request) {
		return this.cookie.read(request);
	}

	@Override
	public void forget(HttpServletResponse response) {
		this.cookie.forget(response);
	}

}
