package billpay;

import java.time.Duration;
import java.util.List;

import billpay.bill.PhoneNumber;
import billpay.cart.Cart;
import billpay.cart.page.BillView;
import billpay.support.CardFixture;
import billpay.support.ConcurrentTasks;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The questions that are asked most about Spring Session, each with the answer that this
 * project gives. The numbers are those of issues of spring-session, or of spring-security
 * where it says so.
 *
 * @param <S> the sessions of whichever store is in use
 */
@SpringBootTest
@AutoConfigureMockMvc
class SessionQuestionsTests<S extends Session> {

	private static final String SESSION_COOKIE = "BILLPAY_SESSION";

	private static final PhoneNumber NUMBER = new PhoneNumber("+16465550117");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private SessionRepository<S> sessions;

	/** #2037, #1019. */
	@Test
	void theSessionGivenToMockMvcIsIgnoredAndTheCookieIsNot() {
		Cookie cookie = signIn("phil");
		MockHttpSession containers = new MockHttpSession();
		containers.setAttribute("phoneNumber", NUMBER);
		assertThat(this.mvc.get().uri("/bill").cookie(cookie).session(containers)).hasRedirectedUrl("/lookup");

		S stored = this.sessions.findById(cookie.getValue());
		stored.setAttribute("phoneNumber", NUMBER);
		this.sessions.save(stored);
		assertThat(this.mvc.get().uri("/bill").cookie(cookie)).hasStatusOk()
			.model()
			.containsEntry("number", NUMBER.toString());
	}

	/** #1471, #3285: requests that write to one session take turns. */
	@Test
	@Tag("S14")
	void parallelRequestsThatChangeTheSameAttributeLoseNothing() throws Exception {
		Cookie cookie = signIn("phil");
		lookUp(NUMBER, cookie);
		List<Integer> answers = ConcurrentTasks.run(20,
				(i) -> () -> addToCart("hotspot", cookie).getResponse().getStatus());
		assertThat(answers).containsOnly(HttpStatus.SEE_OTHER.value());
		assertThat(cartOf(cookie).lines()).hasSize(20);
	}

	/** #177, #311: there is nothing to mutate, so that nobody can forget to save it. */
	@Test
	void aChangedValueIsAnotherValueThatIsSetAgain() {
		Cookie cookie = signIn("phil");
		lookUp(NUMBER, cookie);
		addToCart("hotspot", cookie);
		Cart before = cartOf(cookie);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> before.lines().clear());

		addToCart("data-5gb", cookie);
		assertThat(before.lines()).hasSize(1);
		assertThat(cartOf(cookie).lines()).hasSize(2);
	}

	/** spring-security #3925. */
	@Test
	@Tag("A7")
	void aFormOfAnExpiredSessionLeadsToTheLoginPageAndNotToABare403() {
		Cookie cookie = signIn("phil");
		MvcTestResult page = this.mvc.get().uri("/lookup").cookie(cookie).exchange();
		CsrfToken token = (CsrfToken) page.getRequest().getAttribute(CsrfToken.class.getName());
		expire(cookie);

		MvcTestResult refused = this.mvc.post()
			.uri("/lookup")
			.cookie(cookie)
			.header(HttpHeaders.REFERER, "http://localhost/lookup")
			.param(token.getParameterName(), token.getToken())
			.param("phoneNumber", NUMBER.e164())
			.exchange();
		assertThat(refused).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/login?next=%2Flookup");
		Cookie next = refused.getResponse().getCookie(SESSION_COOKIE);
		assertThat(this.mvc.get().uri("/login").param("next", "/lookup").cookie(next)).hasViewName("account/login")
			.model()
			.containsEntry("notice", "login.session-ended");
	}

	/** #1270, #1743. */
	@Test
	void aRequestThatBeganBeforeTheIdChangedDoesNotFailAndDoesNotBringTheOldIdBack() {
		Cookie anonymous = this.mvc.get().uri("/login").exchange().getResponse().getCookie(SESSION_COOKIE);
		S underWay = this.sessions.findById(anonymous.getValue());
		Cookie signedIn = signIn("phil", anonymous);

		underWay.setAttribute("phoneNumber", NUMBER);
		this.sessions.save(underWay);
		assertThat(this.sessions.findById(anonymous.getValue())).isNull();
		assertThat(this.mvc.get().uri("/lookup").cookie(signedIn)).hasStatusOk();
	}

	/** #2893. */
	@Test
	@Tag("S7")
	void aRequestThatRunsBesideALogoutDoesNotUndoIt() {
		Cookie cookie = signIn("phil");
		S underWay = this.sessions.findById(cookie.getValue());
		assertThat(this.mvc.post().uri("/logout").cookie(cookie).with(csrf())).hasRedirectedUrl("/logout");

		underWay.setAttribute("phoneNumber", NUMBER);
		this.sessions.save(underWay);
		assertThat(this.sessions.findById(cookie.getValue())).isNull();
		assertThat(this.mvc.get().uri("/lookup").cookie(cookie)).hasRedirectedUrl("/login?next=%2Flookup");
	}

	/** #736, #1000: no Base64 around it, and no UUID. */
	@Test
	@Tag("S2")
	void theValueOfTheCookieIsTheIdOfTheSession() {
		Cookie cookie = signIn("phil");
		assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{32}");
		assertThat(this.sessions.findById(cookie.getValue()).getId()).isEqualTo(cookie.getValue());
	}

	/**
	 * #1030: nobody waits for the event of a session that ends. A cart reserves nothing
	 * that would have to be given back, and what must outlive it is in the database.
	 */
	@Test
	void billsOfAnExpiredSessionCanBePaidWithoutAnExpiryEvent() {
		Cookie cookie = signIn("phil");
		lookUp(NUMBER, cookie);
		String bill = firstBill(cookie);
		addBillToCart(bill, cookie);
		expire(cookie);

		Cookie next = signIn("mark");
		lookUp(NUMBER, next);
		assertThat(firstBill(next)).isEqualTo(bill);
		addBillToCart(bill, next);
		assertThat(this.mvc.post()
			.uri("/checkout")
			.cookie(next)
			.with(csrf())
			.param("cardholder", "Mark")
			.param("cardNumber", "4242424242424242")
			.param("expiry", CardFixture.EXPIRY)
			.param("cvc", "123")).redirectedUrl().matchesAntPattern("/payments/*");
		expire(next);
		assertThat(this.mvc.get().uri("/payments").cookie(signIn("mark"))).bodyText().contains("$31.20");
	}

	private Cookie signIn(String username) {
		return signIn(username, this.mvc.get().uri("/login").exchange().getResponse().getCookie(SESSION_COOKIE));
	}

	private Cookie signIn(String username, Cookie anonymous) {
		return this.mvc.post()
			.uri("/login")
			.cookie(anonymous)
			.with(csrf())
			.param("username", username)
			.param("password", "pay-my-bill")
			.exchange()
			.getResponse()
			.getCookie(SESSION_COOKIE);
	}

	private void lookUp(PhoneNumber number, Cookie cookie) {
		assertThat(this.mvc.post().uri("/lookup").cookie(cookie).with(csrf()).param("phoneNumber", number.e164()))
			.hasRedirectedUrl("/bill");
	}

	private MvcTestResult addToCart(String addOn, Cookie cookie) {
		return this.mvc.post().uri("/cart/items").cookie(cookie).with(csrf()).param("addOn", addOn).exchange();
	}

	private void addBillToCart(String bill, Cookie cookie) {
		assertThat(this.mvc.post().uri("/cart/items").cookie(cookie).with(csrf()).param("billId", bill))
			.hasRedirectedUrl("/cart");
	}

	private String firstBill(Cookie cookie) {
		MvcTestResult page = this.mvc.get().uri("/bill").cookie(cookie).exchange();
		List<?> bills = (List<?>) page.getMvcResult().getModelAndView().getModel().get("bills");
		return ((BillView) bills.get(0)).id();
	}

	private Cart cartOf(Cookie cookie) {
		return this.sessions.findById(cookie.getValue()).getAttribute("cart");
	}

	private void expire(Cookie cookie) {
		S session = this.sessions.findById(cookie.getValue());
		session.setMaxInactiveInterval(Duration.ZERO);
		this.sessions.save(session);
	}

}
