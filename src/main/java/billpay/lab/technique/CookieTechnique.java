package billpay.lab.technique;

import billpay.lab.order.LabOrder;
import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in a cookie, as it is.
 */
@Component
@Order(4)
class CookieTechnique implements CookieBasedTechnique {

	private final CookieDefinition cookie;

	CookieTechnique(CookieDefinitionFactory cookies) {
		this.cookie = cookies.temporary("LAB_ORDER", name(), "/lab/" + name());
	}

	@Override
	public String name() {
		return "cookie";
	}

	@Override
	public CookieDefinition cookie() {
		return this.cookie;
	}

	@Override
	public String encode(LabOrder order) {
		return order.toText();
	}

	@Override
	public DecodedState decode(String state) {
		return DecodedState.ofText(state);
	}

}
