package billpay.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import billpay.ledger.LedgerReport;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.support.PostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database becomes unavailable during a payment, before or after the charge.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("postgresql")
@Import(PaymentDuringOutageTests.Line.class)
@DirtiesContext
@Tag("R4")
class PaymentDuringOutageTests extends OverHttp {

	private static final PostgreSql server = PostgreSql.start();

	@Autowired
	private BreakingGateway gateway;

	@Autowired
	private LedgerReport report;

	private Runnable comeBack = () -> {
	};

	@DynamicPropertySource
	static void ledger(DynamicPropertyRegistry properties) {
		String database = server.newDatabase();
		properties.add("spring.datasource.url", () -> database);
		properties.add("spring.datasource.username", () -> PostgreSql.USER);
	}

	@AfterAll
	static void end() {
		server.close();
	}

	@AfterEach
	void reset() {
		this.gateway.before = () -> {
		};
		this.gateway.after = () -> {
		};
		this.comeBack.run();
	}

	private void comesBack() {
		this.comeBack.run();
		this.comeBack = () -> {
		};
	}

	private void freeze() {
		server.freeze();
		this.comeBack = server::thaw;
	}

	private void stop() {
		server.stop();
		this.comeBack = server::startAgain;
	}

	@Test
	@Tag("P4")
	@Tag("P5")
	void aLedgerThatFreezesWhenTheMoneyHasComeEndsOnOneReceipt() {
		this.gateway.after = this::freeze;
		assertThatItEndsOnOneReceipt();
	}

	@Test
	@Tag("P4")
	@Tag("P8")
	void aLedgerThatStopsBeforeTheMoneyHasComeChargesNothing() {
		this.gateway.before = this::stop;
		HttpBrowser browser = customerWithACart();
		String address = browser.pay(GOOD_CARD).location();
		this.gateway.before = () -> {
		};
		comesBack();
		await().until(() -> browser.get(address).status() == 303);
		browser.get(address);
		assertThat(browser.arrival()).isEqualTo("/cart: Your payment was not completed. You have not been charged.");
		assertThat(browser.get("/cart").text()).contains("Total $42.50");
		assertThat(browser.pay(GOOD_CARD).location()).startsWith("/payments/BP-").isNotEqualTo(address);
		assertThat(browser.follow().text()).contains("Thank you. Your payment was successful.");
		assertThat(this.report.create().violations()).isEmpty();
	}

	/**
	 * What was sent to a frozen server may be done when it thaws, when nobody waits for
	 * it any more.
	 */
	@Test
	@Tag("P4")
	void aLedgerThatFreezesWhileTheMoneyIsAskedForEndsOneWayOrTheOther() {
		this.gateway.before = this::freeze;
		HttpBrowser browser = customerWithACart();
		int before = this.report.create().charges();
		String address = browser.pay(GOOD_CARD).location();
		this.gateway.before = () -> {
		};
		comesBack();
		await().until(() -> !browser.get("/payments").text().contains("being confirmed"));
		boolean charged = this.report.create().charges() > before;
		assertThat(browser.get(address).text().contains("Thank you. Your payment was successful.")).isEqualTo(charged);
		assertThat(browser.get("/cart").text()).contains((charged) ? "Your cart is empty." : "Total $42.50");
		assertThat(this.report.create().violations()).isEmpty();
	}

	private void assertThatItEndsOnOneReceipt() {
		HttpBrowser browser = customerWithACart();
		Page form = browser.get("/checkout");
		int before = this.report.create().charges();
		Page answer = browser.pay(GOOD_CARD);
		assertThat(answer.status()).isEqualTo(303);
		String address = answer.location();
		assertThat(address).startsWith("/payments/BP-");
		long start = System.nanoTime();
		assertThat(browser.get(address).status()).isEqualTo(503);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		assertThat(browser.get("/cookies").status()).as("needs no ledger").isEqualTo(200);
		assertThat(browser.pay(GOOD_CARD).status()).as("sent again").isEqualTo(503);
		this.gateway.after = () -> {
		};
		comesBack();
		await().until(() -> browser.get(address).text().contains("Thank you. Your payment was successful."));
		assertThat(browser.get("/cart").text()).contains("Your cart is empty.");
		assertThat(browser.post("/checkout", "cart", form.value("cart")).location()).as("sent again")
			.isEqualTo(address);
		assertThat(this.report.create().charges()).isEqualTo(before + 1);
		assertThat(this.report.create().violations()).isEmpty();
	}

	private HttpBrowser customerWithACart() {
		Customer customer = newCustomer();
		customer.browser().fillCart(customer.number());
		return customer.browser();
	}

	/**
	 * Puts the breaking gateway in front of the sandbox.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Line {

		@Bean
		@Primary
		BreakingGateway breakingGateway(@Qualifier("sandboxGateway") PaymentGateway sandbox) {
			return new BreakingGateway(sandbox);
		}

	}

	/**
	 * The sandbox, and what happens right before and after it charges.
	 */
	static class BreakingGateway implements PaymentGateway {

		private final PaymentGateway sandbox;

		private Runnable before = () -> {
		};

		private Runnable after = () -> {
		};

		BreakingGateway(PaymentGateway sandbox) {
			this.sandbox = sandbox;
		}

		@Override
		public CompletableFuture<ChargeResult> charge(Charge charge, Card card) {
			this.before.run();
			CompletableFuture<ChargeResult> answer = this.sandbox.charge(charge, card);
			this.after.run();
			return answer;
		}

		@Override
		public CompletableFuture<Optional<ChargeResult>> conclude(Charge charge) {
			return this.sandbox.conclude(charge);
		}

		@Override
		public List<Charge> statement() {
			return this.sandbox.statement();
		}

	}

}
