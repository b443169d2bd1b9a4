package billpay.lab;

import billpay.lab.order.LabOrder;
import billpay.lab.order.Subscriber;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first request of the lab.
 *
 * @param phoneNumber one of the numbers of the lab, with anything between its digits
 * @param lines the number of lines in the cart, 1 unless it is given
 */
record NumberForm(
		@NotNull(message = "{lab.number.unknown}") @Pattern(regexp = "\\D*212\\D*555\\D*010[123]\\D*",
				message = "{lab.number.unknown}") String phoneNumber,
		@Min(value = 1, message = "{lab.lines.range}") @Max(value = LabOrder.MAX_LINES,
				message = "{lab.lines.range}") @Nullable Integer lines) {

	static NumberForm suggested() {
		return new NumberForm(Subscriber.MARK.number(), 1);
	}

	LabOrder order() {
		return LabOrder.of(Subscriber.of(this.phoneNumber).orElseThrow(), (this.lines != null) ? this.lines : 1);
	}

}
