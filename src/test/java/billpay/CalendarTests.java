package billpay;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import billpay.ledger.LedgerReport;
import billpay.support.HttpBrowser;
import billpay.support.MutableClock;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk during which a day, a month, a year or a February ends. The clock stands two
 * minutes before midnight at first and is moved to one minute after it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=calendar")
@Tag("R10")
class CalendarTests extends OverHttp {

	private static final LocalTime BEFORE_MIDNIGHT = LocalTime.of(23, 58);

	private static final Duration OVER_MIDNIGHT = Duration.ofMinutes(3);

	@Autowired
	private MutableClock clock;

	@Autowired
	private LedgerReport ledgerReport;

	@ParameterizedTest
	@ValueSource(strings = { "2035-06-14", "2035-06-30", "2035-12-31", "2036-02-28", "2036-02-29" })
	void aWalkGoesOnOverMidnight(LocalDate last) {
		moveTo(last.atTime(BEFORE_MIDNIGHT).atZone(this.clock.getZone()));
		Customer customer = newCustomer();
		HttpBrowser browser = customer.browser();
		browser.fillCart(customer.number());

		this.clock.advance(OVER_MIDNIGHT);

		LocalDate first = last.plusDays(1);
		assertThat(browser.get("/checkout").text()).contains("$42.50");
		assertThat(pay(browser, YearMonth.from(first).minusMonths(1)).status()).isEqualTo(422);
		Page receipt = browser.get(pay(browser, YearMonth.from(first)).location());
		assertThat(receipt.text()).contains("Receipt", "$42.50", inWords(first));

		Customer next = newCustomer();
		next.browser().fillCart(next.number());
		assertThat(next.browser().get("/cart").text()).contains(inWords(YearMonth.from(first)));
		HttpBrowser instructor = newBrowser();
		instructor.signIn("chuck", "of-the-instructor");
		YearMonth month = YearMonth.parse(instructor.get("/instructor").value("month"));
		assertThat(month).isEqualTo(YearMonth.from(first).plusMonths(1));
		assertThat(instructor.post("/instructor/bills", "month", month.toString()).status()).isEqualTo(303);
		browser.fillCart(customer.number());
		assertThat(browser.get("/cart").text()).contains(inWords(month));
		assertThat(pay(browser, month).location()).startsWith("/payments/");

		assertThat(instructor.post("/instructor/reset").status()).isEqualTo(303);
		assertThat(this.ledgerReport.create().violations()).isEmpty();
		database().sql("update bill set withdrawn_from = number, number = null where number is not null").update();
	}

	private void moveTo(ZonedDateTime time) {
		this.clock.advance(Duration.between(this.clock.instant(), time.toInstant()));
	}

	private static Page pay(HttpBrowser browser, YearMonth expiry) {
		return browser.post("/checkout", "cardholder", "A. Customer", "cardNumber", GOOD_CARD, "expiry",
				expiry.format(DateTimeFormatter.ofPattern("MM/yy")), "cvc", "123");
	}

	private static String inWords(LocalDate day) {
		return day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH));
	}

	private static String inWords(YearMonth month) {
		return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class MovableClock {

		@Bean
		@Primary
		MutableClock mutableClock() {
			return new MutableClock();
		}

	}

}
