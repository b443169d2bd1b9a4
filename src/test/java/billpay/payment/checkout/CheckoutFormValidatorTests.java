package billpay.payment.checkout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import billpay.payment.CardBrand;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ValidationUtils;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a card must look like, on 15 November 2026.
 */
class CheckoutFormValidatorTests {

	private static final String VISA = "4242424242424242";

	private final SpringValidatorAdapter constraints = new SpringValidatorAdapter(
			Validation.buildDefaultValidatorFactory().getValidator());

	private final CheckoutFormValidator validator = new CheckoutFormValidator(this.constraints,
			Clock.fixed(Instant.parse("2026-11-15T12:00:00Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "4242 4242 4242 4242, VISA", "4222222222222, VISA", "5555-5555-5555-4444, MASTERCARD",
			"2223003122003222, MASTERCARD", "378282246310005, AMEX", "6011111111111117, DISCOVER",
			"3566002020360505, JCB", "30569309025904, DINERS", "6200000000000005, UNIONPAY" })
	void knowsTheBrands(String number, CardBrand brand) {
		String cvc = "1".repeat(brand.cvcLength());
		CheckoutForm form = new CheckoutForm("Mark", number, "12/30", cvc, "", "");
		assertThat(check(form).hasErrors()).isFalse();
		assertThat(form.card().brand()).isEqualTo(brand);
	}

	@ParameterizedTest
	@CsvSource({ "'', empty", "'   ', empty", "4242 4242 4242 424x, not-a-number", "4242, not-a-number",
			"4242424242424241, mistyped", "4242424242424224, mistyped", "9999999999999995, unknown-brand",
			"42424242424242424242424242, not-a-number" })
	void refusesACardNumber(String number, String problem) {
		assertThat(problemWith("cardNumber", new CheckoutForm("Mark", number, "12/30", "123", "", "")))
			.isEqualTo("checkout.cardNumber." + problem);
	}

	@ParameterizedTest
	@CsvSource({ "'', empty", "13/30, unreadable", "00/30, unreadable", "1/30, unreadable", "12/2030, unreadable",
			"abc, unreadable", "10/26, past", "12/99, too-far", "12/46, too-far" })
	void refusesAnExpiry(String expiry, String problem) {
		assertThat(problemWith("expiry", new CheckoutForm("Mark", VISA, expiry, "123", "", "")))
			.isEqualTo("checkout.expiry." + problem);
	}

	@ParameterizedTest
	@CsvSource({ "11/26", "11 / 26", "1126", "11/46" })
	void takesACardUntilTheEndOfItsLastMonth(String expiry) {
		assertThat(check(new CheckoutForm("Mark", VISA, expiry, "123", "", "")).hasErrors()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "4242424242424242, '', empty", "4242424242424242, 1234, three-digits",
			"4242424242424242, 12, three-digits", "4242424242424242, 12a, three-digits",
			"378282246310005, 123, four-digits", "378282246310005, 12345, four-digits" })
	void refusesACodeOfTheWrongLengthForTheBrand(String number, String cvc, String problem) {
		assertThat(problemWith("cvc", new CheckoutForm("Mark", number, "12/30", cvc, "", "")))
			.isEqualTo("checkout.cvc." + problem);
	}

	@Test
	void refusesEveryEmptyFieldWithASentenceOfItsOwn() {
		assertThat(check(new CheckoutForm(null, null, null, null, null, null)).getFieldErrors())
			.extracting(FieldError::getField)
			.containsExactlyInAnyOrder("cardholder", "cardNumber", "expiry", "cvc");
	}

	@Test
	void refusesANameThatIsTooLong() {
		assertThat(problemWith("cardholder", new CheckoutForm("x".repeat(61), VISA, "12/30", "123", "", "")))
			.isEqualTo("checkout.cardholder.too-long");
	}

	@Test
	void neverShowsACardInItsText() {
		CheckoutForm form = new CheckoutForm("Mark", VISA, "12/30", "987", "", "");
		assertThat(form.toString() + form.card()).doesNotContain(VISA, "987");
	}

	private Errors check(CheckoutForm form) {
		Errors errors = new BeanPropertyBindingResult(form, "form");
		ValidationUtils.invokeValidator(this.constraints, form, errors);
		ValidationUtils.invokeValidator(this.validator, form, errors);
		return errors;
	}

	private String problemWith(String field, CheckoutForm form) {
		assertThat(check(form).getFieldErrors(field)).hasSize(1);
		FieldError error = check(form).getFieldError(field);
		String constraint = error.getDefaultMessage();
		return (constraint != null) ? constraint.replaceAll("[{}]", "") : error.getCode();
	}

}
