package billpay.lab.order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An order as text.
 */
class LabOrderTests {

	@Test
	void readsWhatItHasWritten() {
		LabOrder order = LabOrder.of(Subscriber.PHIL, LabOrder.MAX_LINES);
		assertThat(LabOrder.parse(order.toText())).contains(order);
	}

	@ParameterizedTest
	@CsvSource({ "2125550102_bill_1,1.00", "2125550102_bill_0.5,0.50", "2125550102_bill_0,0.00",
			"2125550102_bill_-40.00,-40.00", "2125550102_bill_1_add-on-1_10.00,11.00" })
	void readsAnyAmountThatACustomerWrites(String text, String total) {
		assertThat(LabOrder.parse(text).orElseThrow().total()).hasToString(total);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2125550102", "2125550102_bill_", "2125550102_bill_x", "2125550102_bill_0.001",
			"2125550102_bill_1.", "212555010_bill_1", "2125550102_bill_1234567", "2125550102_bill_1e9" })
	void doesNotReadWhatIsNoOrder(String text) {
		assertThat(LabOrder.parse(text)).isEmpty();
	}

}
