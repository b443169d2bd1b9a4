package billpay.lab.technique;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the order into a field of the second form that the page does not show.
 */
@Component
@Order(3)
class HiddenFieldTechnique extends ParameterTechnique {

	@Override
	public String name() {
		return "hidden-field";
	}

}
