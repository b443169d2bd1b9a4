package billpay.lab.technique;

import billpay.lab.order.LabOrder;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A technique whose state is the order itself, as readable text, in a parameter of the
 * second request. The server believes it.
 */
abstract class ParameterTechnique implements Technique {

	@Override
	public String encode(LabOrder order) {
		return order.toText();
	}

	@Override
	public @Nullable String receive(HttpServletRequest request) {
		return request.getParameter("order");
	}

	@Override
	public DecodedState decode(String state) {
		return DecodedState.ofText(state);
	}

}
