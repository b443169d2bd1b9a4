package billpay.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import billpay.session.SessionFingerprint;
import billpay.support.CardFixture;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says, and what it must never say.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogTests extends OverHttp {

	private static final String AMEX = "378282246310005";

	private Customer customer;

	@BeforeAll
	void aCustomer() {
		this.customer = newCustomer();
	}

	private static void logged(CapturedOutput output, HttpBrowser browser, String level, String event) {
		String session = (browser.sessionId() != null) ? SessionFingerprint.of(browser.sessionId()) : "none";
		assertThat(
				output.getOut().lines().filter((line) -> line.contains(event) && line.contains("session=" + session)))
			.singleElement()
			.asString()
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ +" + level
					+ " \\[request=[0-9a-f]{8} session=" + session + " address=127\\.0\\.0\\.1] \\w+: .*"
					+ Pattern.quote(event));
	}

	@Test
	@Tag("L1")
	void logsLoginsAndFailedLogins(CapturedOutput output) {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		browser.post("/login", "username", "nobody-here", "password", "guess-of-a-password");
		logged(output, browser, "WARN", "sign-in-failed: user=(unknown)");
		assertThat(output).doesNotContain("nobody-here");
		browser.post("/login", "username", this.customer.name(), "password", "guess-of-a-password");
		logged(output, browser, "WARN", "sign-in-failed: user=" + this.customer.name());
		browser.post("/login", "username", this.customer.name().toUpperCase() + "\u3000".repeat(3), "password",
				"wrong");
		assertThat(
				output.getOut().lines().filter((line) -> line.contains("sign-in-failed: user=" + this.customer.name())))
			.as("the name as the account has it")
			.hasSize(2);
		HttpBrowser before = sameSession(browser);
		browser.post("/login", "username", this.customer.name(), "password", this.customer.password());
		logged(output, before, "INFO", "signed-in: user=" + this.customer.name());
		browser.get("/cart");
		before = sameSession(browser);
		browser.post("/logout");
		logged(output, before, "INFO", "signed-out: user=" + this.customer.name());
	}

	@Test
	@Tag("L1")
	void aRefusedFormIsLoggedWithWhoseItWas(CapturedOutput output) {
		HttpBrowser browser = sameSession(this.customer.browser());
		browser.send("POST", "/lookup", "phoneNumber=1");
		logged(output, browser, "WARN", "csrf-refused: user=" + this.customer.name() + " request=POST /lookup");
		HttpBrowser stranger = newBrowser();
		stranger.send("POST", "/signup", "username=x");
		logged(output, stranger, "WARN", "csrf-refused: user=null request=POST /signup");
	}

	@Test
	@Tag("L1")
	void deniedRequestIsLogged(CapturedOutput output) throws NoSuchMethodException {
		RequestMappingInfo forbidden = RequestMappingInfo.paths("/forbidden").build();
		mappings().registerMapping(forbidden, this, LogTests.class.getDeclaredMethod("forbidden"));
		try {
			Page page = this.customer.browser().get("/forbidden");
			assertThat(page.status()).isEqualTo(403);
			assertThat(page.text()).contains("You do not have permission to do this.");
		}
		finally {
			mappings().unregisterMapping(forbidden);
		}
		logged(output, this.customer.browser(), "WARN",
				"access-denied: user=" + this.customer.name() + " request=GET /forbidden");
	}

	String forbidden() {
		throw new AccessDeniedException("not for customers");
	}

	@Test
	@Tag("L1")
	@Tag("I7")
	void logsASkippedStepAndRedirectsToTheMissingOne(CapturedOutput output) {
		Customer hasty = newCustomer();
		HttpBrowser browser = hasty.browser();
		browser.get("/bill");
		assertThat(browser.arrival()).isEqualTo("/lookup: Please enter a mobile number first.");
		browser.post("/cart/items", "addOn", "hotspot");
		assertThat(browser.arrival()).isEqualTo("/lookup: Please enter a mobile number first.");
		browser.get("/checkout");
		assertThat(browser.arrival())
			.isEqualTo("/cart: Your cart is empty. You will find past payments under Payments.");
		browser.pay(GOOD_CARD);
		assertThat(browser.arrival())
			.isEqualTo("/cart: Your cart is empty. You will find past payments under Payments.");
		List<String> skipped = output.getOut()
			.lines()
			.filter((line) -> line.contains("step-skipped: user=" + hasty.name()))
			.toList();
		assertThat(skipped).hasSize(4)
			.allMatch((line) -> line.contains(" WARN [request=") && line.contains("address=127.0.0.1")
					&& line.contains("session=" + SessionFingerprint.of(browser.sessionId())));
		assertThat(skipped.stream().filter((line) -> line.contains("step=checkout"))).hasSize(2);
		assertThat(database().sql("select count(*) from payment where customer = ?")
			.param(hasty.name())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	@Tag("L1")
	void aLineOutsideARequestNamesNone(CapturedOutput output) {
		LoggerFactory.getLogger(LogTests.class).info("nobody asked");
		assertThat(output.getOut().lines().filter((line) -> line.contains("nobody asked"))).singleElement()
			.asString()
			.matches("\\S+ +INFO LogTests: nobody asked");
	}

	@Test
	@Tag("L2")
	void aLineBreakInANameMakesNoLineOfItsOwn(CapturedOutput output) {
		HttpBrowser browser = newBrowser();
		browser.get("/login");
		for (String lineBreak : List.of("\n", "\r\n", "\r", "\u2028", "\u0085", "\u000b", "\u001b[2K")) {
			browser = newBrowser();
			browser.get("/login");
			browser.post("/login", "username", "a" + lineBreak + "FORGED signed-in: user=chuck", "password", "x");
		}
		assertThat(output).doesNotContain("FORGED");
		assertThat(output.getOut().lines().filter((line) -> line.contains("sign-in-failed: user=(unknown)"))).hasSize(7)
			.allMatch((line) -> line.contains("WARN [request="));
	}

	@Test
	@Tag("L3")
	@Tag("P9")
	void aWholeWalkLeavesNoSecretInTheLog(CapturedOutput output) {
		Set<String> secrets = new LinkedHashSet<>();
		HttpBrowser browser = newBrowser();
		remember(secrets, browser, browser.get("/signup"));
		remember(secrets, browser, browser.post("/signup", "username", "discreet", "password", "Open-Sesame-1"));
		remember(secrets, browser, browser.get("/lookup"));
		String number = browser.get("/lookup").attribute("option", "value");
		browser.post("/login", "username", "discreet", "password", "Open-Sesame-2");
		browser.fillCart(number);
		for (String card : List.of("4000000000000002", "4000 0000 0000 0119", AMEX + "9", AMEX)) {
			remember(secrets, browser, browser.post("/checkout", "cardholder", "Holder Of-Cards", "cardNumber", card,
					"expiry", CardFixture.EXPIRY, "cvc", (card.equals(AMEX)) ? "7391" : "739"));
			secrets.add(card);
			secrets.add(card.replace(" ", ""));
		}
		assertThat(browser.follow().text()).contains("American Express ending in 0005");
		sameSession(browser).send("POST", "/checkout", "cardNumber=" + AMEX + "&cvc=7391&password=Open-Sesame-3");
		browser.send("POST", "/checkout?cardNumber=" + AMEX, "cvc=7391&cvc=7391");
		raw().get("/checkout?cardNumber=" + AMEX + "&a=<", "Cookie: BILLPAY_SESSION=" + browser.sessionId());
		remember(secrets, browser, browser.post("/logout"));
		remember(secrets, browser, browser.get("/login"));
		secrets.addAll(List.of("Open-Sesame", "Holder Of-Cards", "secret of ", "pay-my-bill"));

		assertThat(output).contains("signed-in: user=discreet", "answer=APPROVED", "answer=DECLINED",
				"signed-out: user=discreet");
		assertThat(secrets).hasSizeGreaterThan(12);
		assertThat(output.getAll()).doesNotContain(secrets)
			.doesNotContainPattern("(?<![0-9A-Za-z.])739[1]?(?![0-9A-Za-z])");
	}

	@Test
	@Tag("L3")
	@Tag("P9")
	void whatIsTypedIntoAnAddressOrAParameterIsNotLogged(CapturedOutput output) {
		HttpBrowser known = sameSession(this.customer.browser());
		List<String> secrets = List.of(AMEX, known.sessionId());
		for (String secret : secrets) {
			for (HttpBrowser browser : List.of(newBrowser(), known)) {
				for (String path : List.of("/", "/payments/", "/lessons/", "/instructor/", "/assets/",
						"/server-view?page=")) {
					browser.get(path + secret);
					browser.send("POST", path + secret, "");
				}
			}
			known.post("/server-view", "on", secret);
		}
		assertThat(output)
			.contains("sign-in-required: request=GET /payments/", "access-denied: user=", "request=GET /instructor/",
					"csrf-refused: user=null request=POST /lessons/")
			.doesNotContain(secrets);
	}

	private static void remember(Set<String> secrets, HttpBrowser browser, Page page) {
		List<String> found = new ArrayList<>();
		found.add(browser.sessionId());
		page.token().ifPresent(found::add);
		found.removeIf((secret) -> secret == null);
		secrets.addAll(found);
	}

	/**
	 * Tomcat tells of the first such request only, so it is the level that counts.
	 */
	@Test
	@Tag("L3")
	void aRequestLineOrCookieThatCannotBeReadIsNotLogged() {
		assertThat(List.of("org.apache.coyote.http11.Http11Processor", "org.apache.tomcat.util.http.parser.Cookie"))
			.noneMatch((name) -> LoggerFactory.getLogger(name).isInfoEnabled());
	}

	@Test
	@Tag("L3")
	void theTokenInTheSessionIsNotInTheLogEither(CapturedOutput output) {
		HttpBrowser browser = sameSession(this.customer.browser());
		browser.get("/cart");
		browser.send("POST", "/lookup", "_csrf=wrong");
		Object token = sessionOf(browser).values()
			.stream()
			.filter(CsrfToken.class::isInstance)
			.findFirst()
			.orElseThrow();
		assertThat(output).contains("csrf-refused").doesNotContain(((CsrfToken) token).getToken());
	}

}
