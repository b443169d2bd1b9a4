package billpay.lab.technique;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the order into the address to which the second form goes.
 */
@Component
@Order(2)
class QueryStringTechnique extends ParameterTechnique {

	@Override
	public String name() {
		return "query-string";
	}

}
