package billpay.bill;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Reading numbers as people write them.
 */
class PhoneNumberTests {

	@ParameterizedTest
	@ValueSource(strings = { "2125550142", "(212) 555-0142", "212-555-0142", "212.555.0142", "+1 212 555 0142",
			"1 212 555 0142", "+12125550142", "tel:+1-212-555-0142", " 212 555 0142 ", "２１２５５５０１４２" })
	void readsEveryUsualWayOfWritingANumber(String written) throws Exception {
		assertThat(PhoneNumber.parse(written)).isEqualTo(new PhoneNumber("+12125550142"));
	}

	@ParameterizedTest
	@CsvSource({ "hello, not-a-number", "<script>, not-a-number", "1, not-a-number", "555 0142, too-short",
			"123, too-short", "21255501421234, too-long", "+999 123 456 789, no-such-country" })
	void saysWhyItCannotReadANumber(String written, String reason) {
		assertThat(
				catchThrowableOfType(PhoneNumber.InvalidPhoneNumberException.class, () -> PhoneNumber.parse(written)))
			.extracting(PhoneNumber.InvalidPhoneNumberException::reason)
			.isEqualTo(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2125550142", "+", "+1 212", "+1234567890123456", "+12125550142\n" })
	void rejectsWhatIsNotInInternationalForm(String e164) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(e164));
	}

	@ParameterizedTest
	@CsvSource({ "+12125550142, +1 212-555-0142", "+886912345678, +886 912 345 678" })
	void isShownInGroups(String e164, String shown) {
		assertThat(new PhoneNumber(e164)).hasToString(shown);
	}

}
