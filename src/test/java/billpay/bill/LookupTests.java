package billpay.bill;

import java.math.BigDecimal;
import java.time.LocalDate;

import billpay.support.HttpBrowser;
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
@Tag("ledger")
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
			abc                             | Enter a phone number, for example
			😀                              | Enter a phone number, for example
			-1                              | Enter a phone number
			0                               | Enter a phone number
			12                              | This number is too short.
			911                             | This number is too short.
			99999999999999999999            | This number is too long.
			9223372036854775808             | This number is too long.
			+999 123456789                  | This country code does not exist.
			+12125550199                    | We have no customer with the number +1 212-555-0199.
			(212) 555-01420                 | This number is too long.
			""")
	void aNumberThatCannotBeLookedUpIsShownAgainWithTheReasonAtTheField(String typed, String reason) {
		Page page = this.customer.browser().post("/lookup", "phoneNumber", typed);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.textOf("#phoneNumber-error")).startsWith(reason);
		assertThat(page.body()).contains("aria-invalid=\"true\"", "<a href=\"#phoneNumber\">");
		assertThat(page.attribute("#phoneNumber", "value")).isEqualTo(typed.strip());
	}

	@Test
	void aNumberWithNothingLeftToPayOpensItsPageWhichSaysSoAndShowsTheWayOn() {
		Customer payer = newCustomer();
		payer.browser().fillCart(payer.number());
		payer.browser().pay(GOOD_CARD);
		assertThat(payer.browser().post("/lookup", "phoneNumber", payer.number()).location()).isEqualTo("/bill");
		Page page = payer.browser().follow();
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("Bill for " + payer.number(), "Nothing is due for this number.", "Hotspot",
				"ask your instructor");
		assertThat(page.main().body()).contains("href=\"/lookup\"", "href=\"/signup\"")
			.doesNotContain("href=\"/instructor\"");
		assertThat(payer.browser().post("/cart/items", "addOn", "hotspot").location()).isEqualTo("/cart");
	}

	@Test
	void showsWhatCanStillBeDoneWhenEverythingIsPaid() {
		Customer payer = newCustomer();
		assertThat(payer.browser().get("/lookup").text()).doesNotContain("Nothing is due");
		payer.browser().fillCart(payer.number());
		payer.browser().pay(GOOD_CARD);
		Page page = payer.browser().get("/lookup");
		assertThat(page.text()).contains("Nothing is due for these numbers. You can still:", "buy an add-on");
		assertThat(page.main().body()).contains("href=\"/signup\"");
	}

	@Test
	void theInstructorIsLedFromANumberWithNothingDueToTheNextBills() {
		Customer payer = newCustomer();
		payer.browser().fillCart(payer.number());
		payer.browser().pay(GOOD_CARD);
		HttpBrowser chuck = newBrowser();
		chuck.signIn("chuck", "of-the-instructor");
		chuck.post("/lookup", "phoneNumber", payer.number());
		assertThat(chuck.follow().main().body()).contains("href=\"/instructor\"");
	}

	@Test
	void eachNumberSaysWhatIsOverdueDueOrPaid() {
		Customer customer = newCustomer();
		HttpBrowser browser = customer.browser();
		String due = "\\$42\\.50 due on \\d+ \\w+ \\d{4}";
		assertThat(statusOf(customer, browser.get("/lookup"))).matches(due);
		long overdue = newBill(customer.number(), "5.00");
		newBill(customer.number(), "7.00");
		assertThat(statusOf(customer, browser.get("/lookup")))
			.matches("\\$12\\.00 overdue, the first bill since 1 \\w+ 19\\d\\d " + due);
		database().sql("update bill set paid = amount, being_paid = amount where id = ?").param(overdue).update();
		assertThat(statusOf(customer, browser.get("/lookup")))
			.matches("\\$7\\.00 overdue since 1 \\w+ 19\\d\\d " + due + " Payment being confirmed");
		String e164 = "+" + customer.number().replaceAll("\\D", "");
		database().sql("update bill set paid = amount, being_paid = 0 where number = ?").param(e164).update();
		assertThat(statusOf(customer, browser.get("/lookup"))).isEqualTo("Paid");
		database().sql("delete from bill where number = ?").param(e164).update();
		assertThat(statusOf(customer, browser.get("/lookup"))).isEqualTo("No bill yet");
	}

	@Test
	void severalBillsThatAreDueAreSummedWithTheFirstOfTheirDates() {
		Customer customer = newCustomer();
		String e164 = "+" + customer.number().replaceAll("\\D", "");
		LocalDate later = LocalDate.of(2090, 7, 1);
		database().sql("update bill set due_on = ? where number = ?").params(later, e164).update();
		database().sql("insert into bill (number, period, amount, due_on) values (?, ?, ?, ?)")
			.params(e164, later, new BigDecimal("8.00"), later.minusDays(1))
			.update();
		assertThat(statusOf(customer, customer.browser().get("/lookup"))).isEqualTo("$50.50, first due on 30 Jun 2090");
		database().sql("update bill set due_on = ? where number = ?").params(later, e164).update();
		assertThat(statusOf(customer, customer.browser().get("/lookup"))).isEqualTo("$50.50 due on 1 Jul 2090");
	}

	private static String statusOf(Customer customer, Page page) {
		String e164 = customer.number().replaceAll("\\D", "");
		return page.find("<p id=\"status-\\+" + e164 + "\">(.*?)</p>")
			.replaceAll("<[^>]*>", " ")
			.replaceAll("\\s+", " ")
			.strip();
	}

	@Test
	void anOverdueBillIsMarkedOnItsPage() {
		Customer customer = newCustomer();
		newBill(customer.number(), "5.00");
		customer.browser().post("/lookup", "phoneNumber", customer.number());
		Page page = customer.browser().follow();
		assertThat(page.find("<p class=\"overdue\">([^<]*)</p>")).matches("Overdue since 1 \\w+ 19\\d\\d");
		assertThat(page.body().split("class=\"overdue\"")).hasSize(2);
	}

}
