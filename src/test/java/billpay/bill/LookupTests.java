package billpay.bill;

import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one field of the first request.
 */
class LookupTests extends OverHttp {

	private Customer customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	@Test
	void theFormOffersOnesOwnNumbersAndTheOneLookedUpLast() {
		Customer customer = newCustomer();
		customer.browser().get("/lookup");
		customer.browser().post("/lookup", "phoneNumber", "+1 646 555 0117");
		assertThat(customer.browser().get("/lookup").text()).contains(customer.number())
			.contains("+1 646-555-0117 (looked up last)");
	}

	@ParameterizedTest
	@Tag("I2")
	@CsvSource(delimiter = '|', textBlock = """
			''                              | Enter a mobile number.
			'   '                           | Enter a mobile number.
			abc                             | This is not a phone number.
			😀                              | This is not a phone number.
			-1                              | This
			0                               | This
			12                              | This number is too short.
			911                             | This number is too short.
			99999999999999999999            | This number is too long.
			9223372036854775808             | This number is too long.
			+999 123456789                  | There is no such country code.
			+12125550199                    | Nobody here has the number +1 212-555-0199.
			(212) 555-01420                 | This number is too long.
			""")
	void aNumberThatCannotBeLookedUpIsShownAgainWithTheReasonAtTheField(String typed, String reason) {
		Page page = this.customer.browser().post("/lookup", "phoneNumber", typed);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("<small id=\"phoneNumber-error\" class=\"error\">([^<]+)</small>")).startsWith(reason);
		assertThat(page.body()).contains("aria-invalid=\"true\"", "<a href=\"#phoneNumber\">");
		assertThat(page.find("id=\"phoneNumber\"[^>]*\\svalue=\"([^\"]*)\"")).isEqualTo(typed.strip());
	}

	@Test
	void aNumberWithNothingLeftToPayIsSaidToBeJustThat() {
		Customer payer = newCustomer();
		payer.browser().fillCart(payer.number());
		payer.browser().pay(GOOD_CARD);
		Page page = payer.browser().post("/lookup", "phoneNumber", payer.number());
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains("Nothing is due for " + payer.number() + ".");
	}

	@Test
	void aRefusedNumberLeavesTheRememberedOneAlone() {
		this.customer.browser().post("/lookup", "phoneNumber", this.customer.number());
		this.customer.browser().post("/lookup", "phoneNumber", "abc");
		assertThat(this.customer.browser().get("/bill").text()).contains("Bill for " + this.customer.number());
	}

}
