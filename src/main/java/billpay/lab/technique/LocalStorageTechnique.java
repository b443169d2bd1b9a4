package billpay.lab.technique;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in the browser's {@code localStorage}, for all tabs of the site. A
 * script puts it there and into the second request.
 */
@Component
@Order(9)
class LocalStorageTechnique extends ParameterTechnique {

	@Override
	public String name() {
		return "local-storage";
	}

}
