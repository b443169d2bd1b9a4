package billpay.payment.receipt;

import java.time.OffsetDateTime;
import java.util.TimeZone;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The history and the receipts, which are their customer's alone.
 */
@Tag("ledger")
@Tag("session")
class PaymentPagesTests extends OverHttp {

	private static final int COUNT = 45;

	private Customer customer;

	@BeforeAll
	void aCustomerWhoHasPaidFortyFiveTimes() {
		this.customer = newCustomer();
		OffsetDateTime first = OffsetDateTime.parse("2026-01-01T12:00:00Z");
		for (int i = 1; i <= COUNT; i++) {
			database().sql("""
					insert into payment (reference, customer, status, total, currency, brand, last_four, created_at)
					values (?, ?, 'APPROVED', ?, 'USD', 'Visa', '4242', ?)
					""").params("BP-HISTO-%05d".formatted(i), this.customer.name(), i, first.plusHours(i)).update();
		}
	}

	private static int rows(Page page) {
		return page.body().split("href=\"/payments/BP-").length - 1;
	}

	@Test
	void theHistoryComesInPagesOfTwentyTheLatestFirst() {
		HttpBrowser browser = this.customer.browser();
		Page first = browser.get("/payments");
		assertThat(rows(first)).isEqualTo(20);
		assertThat(first.text()).contains("BP-HISTO-00045", "$45.00", "BP-HISTO-00026", "Older")
			.doesNotContain("BP-HISTO-00025")
			.doesNotContain("Newer");
		assertThat(first.body().indexOf("00045")).isLessThan(first.body().indexOf("00044"));
		Page second = browser.get(first.attribute("[rel=next]", "href"));
		assertThat(rows(second)).isEqualTo(20);
		assertThat(second.text()).contains("BP-HISTO-00025", "BP-HISTO-00006", "Older", "Newer");
		Page third = browser.get(second.attribute("[rel=next]", "href"));
		assertThat(rows(third)).isEqualTo(5);
		assertThat(third.text()).contains("BP-HISTO-00005", "BP-HISTO-00001", "Newer").doesNotContain("Older");
		assertThat(browser.get(third.attribute("[rel=prev]", "href")).text()).isEqualTo(second.text());
	}

	@Test
	void theHistoryTellsTheTimeOnTheClockOfTheServer() {
		TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Asia/Taipei"));
			assertThat(this.customer.browser().get("/payments").text()).contains("BP-HISTO-00045", "3 Jan 2026, 17:00");
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	@ParameterizedTest
	@Tag("I2")
	@ValueSource(strings = { "0", "-1", "4", "abc", "1.5", "100001", "2147483647", "2147483648", "99999999999", "" })
	void aPageOfTheHistoryThatIsNotThereIsAPageWithASentence(String page) {
		Page answer = this.customer.browser().get("/payments?page=" + page);
		if (page.isEmpty()) {
			assertThat(rows(answer)).isEqualTo(20);
			return;
		}
		assertThat(answer.status()).isIn(400, 404);
		assertThat(answer.find("<p class=\"lead\">([^<]+)</p>")).endsWith(".");
		assertThat(answer.body()).doesNotContain("Exception");
	}

	@Test
	void saysThatNothingWasPaidYet() {
		Page page = newCustomer().browser().get("/payments");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("You have no payments yet.").doesNotContain("BP-");
	}

	@Test
	@Tag("A6")
	void somebodyElsesReceiptLooksLikeOneThatDoesNotExist() {
		Customer other = newCustomer();
		other.browser().fillCart(other.number());
		String receipt = other.browser().pay(GOOD_CARD).location();
		assertThat(other.browser().get(receipt).text()).contains("Receipt", "$42.50");
		Page theirs = this.customer.browser().get(receipt);
		Page nobodys = this.customer.browser().get("/payments/BP-00000-00000");
		assertThat(theirs.status()).isEqualTo(404);
		assertThat(theirs.text()).contains("You have no receipt with this reference.").doesNotContain("42.50");
		assertThat(withoutId(theirs)).isEqualTo(withoutId(nobodys));
		assertThat(theirs.headers().keySet()).isEqualTo(nobodys.headers().keySet());
		assertThat(this.customer.browser().get("/payments").body()).doesNotContain(receipt);
	}

	private static String withoutId(Page page) {
		return page.text().replaceAll("request [0-9a-f]{8}", "request");
	}

	@Test
	void receiptsCanBeReadAsOftenAsOneLikes() {
		Customer reader = newCustomer();
		reader.browser().fillCart(reader.number());
		String receipt = reader.browser().pay(GOOD_CARD).location();
		for (int i = 0; i < 12; i++) {
			assertThat(reader.browser().get(receipt).status()).isEqualTo(200);
		}
		assertThat(reader.browser().get("/payments").status()).isEqualTo(200);
	}

}
