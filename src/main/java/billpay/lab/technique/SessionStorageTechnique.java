package billpay.lab.technique;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in the browser's {@code sessionStorage}, for one tab. A script puts it
 * there and into the second request.
 */
@Component
@Order(8)
class SessionStorageTechnique extends ParameterTechnique {

	@Override
	public String name() {
		return "session-storage";
	}

}
