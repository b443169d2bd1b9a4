package billpay.payment.checkout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.CartLine;
import billpay.cart.PricedLine;
import billpay.cart.Quote;
import billpay.cart.QuoteFactory;
import billpay.payment.Card;
import billpay.payment.PaymentGateway.ChargeResult;
import billpay.support.MockMvcBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paying against the real ledger, with what a page showed a while ago.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Tag("ledger")
class CheckoutTests {

	private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

	private static final String GOOD = "4242424242424242";

	private static final String DECLINED = "4000000000000002";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Checkout checkout;

	@Autowired
	private QuoteFactory quotes;

	@Autowired
	private JdbcClient jdbc;

	private String customer;

	private long bill;

	@BeforeEach
	void newCustomerWithABill(TestInfo test) {
		this.customer = "payer-" + Math.abs(test.getDisplayName().hashCode());
		new MockMvcBrowser(this.mvc).signUp(this.customer);
		this.bill = this.jdbc
			.sql("select b.id from bill b join phone_number p on p.number = b.number where p.owner = ?")
			.param(this.customer)
			.query(Long.class)
			.single();
	}

	@Test
	void takesWhatWasPaidOffTheBillAndWritesTheLines() {
		CheckoutResult result = pay(quote("12.50"), card(GOOD));
		assertThat(result).isInstanceOf(CheckoutResult.Submitted.class);
		assertThat(paid()).isEqualByComparingTo("12.50");
		assertThat(paymentsWithStatus("APPROVED")).isOne();
	}

	@Test
	@Tag("P8")
	void aDeclineGivesBackWhatItTook() {
		CheckoutResult result = pay(quote(null), card(DECLINED));
		assertThat(result).isEqualTo(new CheckoutResult.Declined(ChargeResult.DECLINED));
		assertThat(paid()).isEqualByComparingTo("0.00");
		assertThat(paymentsWithStatus("DECLINED")).isOne();
		assertThat(pay(quote(null), card(GOOD))).isInstanceOf(CheckoutResult.Submitted.class);
	}

	@Test
	void aBillThatWasPaidSinceThePageWasShownIsNotChargedAgain() {
		Quote shown = quote(null);
		pay(quote(null), card(GOOD));

		assertThat(pay(shown, card(GOOD))).isEqualTo(new CheckoutResult.Conflict());
		assertThat(paymentsWithStatus("APPROVED")).isOne();
		assertThat(paymentsWithStatus("PENDING")).isZero();
	}

	@Test
	void ofManyWhoPayTheSameBillAtOnceOnePays() throws Exception {
		Quote shown = quote(null);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			Callable<CheckoutResult> payment = () -> pay(shown, card(GOOD));
			List<Future<CheckoutResult>> results = threads.invokeAll(Stream.generate(() -> payment).limit(8).toList());
			assertThat(results).extracting(Future::get)
				.filteredOn(CheckoutResult.Submitted.class::isInstance)
				.hasSize(1);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(paid()).isEqualByComparingTo("42.50");
		assertThat(paymentsWithStatus("APPROVED")).isOne();
	}

	@Test
	void cartsWithTheSameBillsCrosswiseDoNotBlockEachOther() throws Exception {
		long other = anotherBill();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 10; round++) {
				Callable<CheckoutResult> forth = () -> pay(quote("1.00", this.bill, other), card(GOOD));
				Callable<CheckoutResult> back = () -> pay(quote("1.00", other, this.bill), card(GOOD));
				assertThat(threads.invokeAll(List.of(forth, back, forth, back))).extracting(Future::get)
					.hasOnlyElementsOfType(CheckoutResult.Submitted.class);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(paid()).isEqualByComparingTo("40.00");
	}

	private long anotherBill() {
		this.jdbc.sql("""
				insert into bill (number, period, amount, due_on)
				select number, period - interval '1' month, amount, due_on from bill where id = ?
				""").param(this.bill).update();
		return this.jdbc.sql("select max(id) from bill").query(Long.class).single();
	}

	@Test
	void partsAddUpToTheBillAndNoFurther() {
		assertThat(pay(quote("40.00"), card(GOOD))).isInstanceOf(CheckoutResult.Submitted.class);
		assertThat(quote("2.51").isPayable()).isFalse();
		assertThat(pay(quote("2.50"), card(GOOD))).isInstanceOf(CheckoutResult.Submitted.class);
		assertThat(quote(null).lines()).extracting(PricedLine::problem).containsExactly(PricedLine.Problem.PAID);
	}

	private CheckoutResult pay(Quote quote, Card card) {
		return this.checkout.pay(this.customer, UUID.randomUUID().toString(), quote, card);
	}

	private Quote quote(String amount) {
		return quote(amount, this.bill);
	}

	private Quote quote(String amount, long... bills) {
		PhoneNumber number = new PhoneNumber("+12125550142");
		BigDecimal part = (amount != null) ? new BigDecimal(amount) : null;
		return this.quotes.of(new Cart("cart", 1,
				LongStream.of(bills)
					.<CartLine>mapToObj((bill) -> new CartLine.BillLine("line" + bill, number, bill, JULY, part))
					.toList(),
				null), Locale.ENGLISH);
	}

	private static Card card(String number) {
		return new Card("A. Customer", number, YearMonth.of(2030, 12), "123");
	}

	private BigDecimal paid() {
		return this.jdbc.sql("select paid from bill where id = ?").param(this.bill).query(BigDecimal.class).single();
	}

	private int paymentsWithStatus(String status) {
		return this.jdbc.sql("select count(*) from payment where customer = ? and status = ?")
			.params(this.customer, status)
			.query(Integer.class)
			.single();
	}

}
