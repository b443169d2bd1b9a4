package billpay.cart.page;

import java.math.BigDecimal;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading what the forms around the cart send.
 */
class CartItemFormTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@CsvSource({ "1, 1", "10, 10", "' 3 ', 3", "007, 7" })
	void readsAQuantity(String text, int quantity) {
		assertThat(quantity(text)).isEqualTo(quantity);
	}

	@Test
	void takesOneWhenNoQuantityIsGiven() {
		assertThat(quantity(null)).isOne();
		assertThat(quantity("  ")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "11", "1.5", "1e3", "x", "99999999999999999999", "٣٣٣٣٣", "1 000" })
	void refusesAQuantityOutOfRange(String text) {
		assertThat(VALIDATOR.validateProperty(new CartItemForm(null, null, null, "data-5gb", text), "quantity"))
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "12.5, 12.50", "12, 12.00", "0.01, 0.01" })
	void readsAnAmountWithTwoDecimals(String text, BigDecimal amount) {
		CartItemForm form = new CartItemForm(null, "1", text, null, null);
		assertThat(VALIDATOR.validate(form)).isEmpty();
		assertThat(form.readAmount()).isEqualTo(amount);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1.005", "1,50", "1e9", "NaN", "0x10", "99999999999", ".", "$5" })
	void refusesWhatIsNoAmount(String text) {
		assertThat(VALIDATOR.validateProperty(new CartItemForm(null, "1", text, null, null), "amount")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1;drop", "9999999999999999999", "0x1", "1.0" })
	void refusesWhatIsNoId(String text) {
		assertThat(new CartItemForm(null, text, null, null, null).readBillId()).isNull();
	}

	private static Integer quantity(String text) {
		CartItemForm form = new CartItemForm(null, null, null, "data-5gb", text);
		assertThat(VALIDATOR.validate(form)).isEmpty();
		return form.readQuantity();
	}

}
