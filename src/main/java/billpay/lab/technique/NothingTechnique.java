package billpay.lab.technique;

import billpay.lab.order.LabOrder;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Remembers nothing, as HTTP does: each request stands for itself.
 */
@Component
@Order(1)
class NothingTechnique extends ParameterTechnique {

	@Override
	public String name() {
		return "nothing";
	}

	@Override
	public String encode(LabOrder order) {
		return "";
	}

	@Override
	public String carry(String text) {
		return "";
	}

	@Override
	public @Nullable String receive(HttpServletRequest request) {
		return null;
	}

	@Override
	public String format() {
		return "nothing";
	}

	@Override
	public String changesFrom() {
		return "nothing";
	}

}
