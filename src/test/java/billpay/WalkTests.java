package billpay;

import java.time.Duration;
import java.util.List;

import billpay.bill.PhoneNumber;
import billpay.cart.page.BillView;
import billpay.cart.page.CartView;
import billpay.support.CardFixture;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.WebAttributes;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The walk over MockMvc, through all filters: sign in, send a mobile number, pay in a
 * later request with only a card.
 * <p>
 * What spans the requests is the session cookie. Each test takes it out of a response and
 * sends it with the next request, as a browser does. MockMvc's {@code session(…)} and
 * {@code sessionAttr(…)} fill the servlet container's session, which nobody reads once
 * Spring Session's filter is in place (spring-session #2037); and {@code @WithMockUser}
 * would leave out the very login that this is about. The CSRF token is Spring Security's
 * {@code csrf()}.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Tag("ledger")
@Tag("session")
class WalkTests {

	private static final String SESSION_COOKIE = "BILLPAY_SESSION";

	private static final CartView EMPTY_CART = new CartView(List.of(), "$0.00", false);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private SessionRepository<?> sessions;

	@Test
	@Tag("S3")
	void signingInPutsTheUserIntoTheSessionAndChangesItsId() {
		MvcTestResult form = this.mvc.get().uri("/login").exchange();
		assertThat(form).hasStatusOk().hasViewName("account/login").model().containsEntry("user", null);
		assertThat(form).cookies().isHttpOnly(SESSION_COOKIE, true).hasPath(SESSION_COOKIE, "/");
		Cookie anonymous = form.getResponse().getCookie(SESSION_COOKIE);

		MvcTestResult login = this.mvc.post()
			.uri("/login")
			.cookie(anonymous)
			.with(csrf())
			.param("username", "mark")
			.param("password", "pay-my-bill")
			.exchange();
		assertThat(login).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/lookup");
		assertThat(login).cookies()
			.hasMaxAge("BILLPAY_VISITOR", Duration.ofDays(365))
			.hasCookieSatisfying("BILLPAY_VISITOR", (cookie) -> assertThat(cookie.getValue()).startsWith("mark/"))
			.hasCookieSatisfying(SESSION_COOKIE,
					(cookie) -> assertThat(cookie.getValue()).isNotEqualTo(anonymous.getValue()));

		Cookie signedIn = login.getResponse().getCookie(SESSION_COOKIE);
		assertThat(this.mvc.get().uri("/lookup").cookie(signedIn)).hasStatusOk()
			.hasViewName("bill/lookup")
			.model()
			.containsEntry("user", "mark");
		assertThat(this.mvc.get().uri("/lookup").cookie(anonymous)).hasRedirectedUrl("/login?next=%2Flookup");
	}

	@Test
	void aWrongPasswordSignsNobodyInAndShowsTheFormAgain() {
		Cookie session = this.mvc.get().uri("/login").exchange().getResponse().getCookie(SESSION_COOKIE);
		MvcTestResult refused = this.mvc.post()
			.uri("/login")
			.cookie(session)
			.with(csrf())
			.param("username", "mark")
			.param("password", "pay-my-bills")
			.exchange();
		// MockMvc follows no forward: LoginTests sees the form with its 422 over HTTP.
		assertThat(refused).hasForwardedUrl("/login")
			.request()
			.attributes()
			.hasEntrySatisfying(WebAttributes.AUTHENTICATION_EXCEPTION,
					(failure) -> assertThat(failure).isInstanceOf(BadCredentialsException.class));
		assertThat(this.mvc.get().uri("/lookup").cookie(session)).hasRedirectedUrl("/login?next=%2Flookup");
	}

	@Test
	void theFirstRequestSendsTheNumberAndTheSessionRemembersIt() {
		Cookie session = signIn("mark");

		MvcTestResult lookup = this.mvc.post()
			.uri("/lookup")
			.cookie(session)
			.with(csrf())
			.param("phoneNumber", "(212) 555-0143")
			.exchange();
		assertThat(lookup).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/bill");
		Session stored = this.sessions.findById(session.getValue());
		assertThat(stored.<Object>getAttribute("phoneNumber")).isEqualTo(new PhoneNumber("+12125550143"));

		MvcTestResult bill = this.mvc.get().uri("/bill").cookie(session).exchange();
		assertThat(bill).hasStatusOk().hasViewName("cart/bill").model().containsEntry("number", "+1 212-555-0143");
		assertThat(bill).model()
			.extractingByKey("bills", as(list(BillView.class)))
			.singleElement()
			.returns("$18.75", BillView::owed);
	}

	@Test
	void theSecondRequestSendsOnlyTheCardAndPaysForTheRememberedNumber() {
		Cookie session = signIn("mark");
		lookUp("+1 212-555-0142", session);
		MvcTestResult bill = this.mvc.get().uri("/bill").cookie(session).exchange();
		assertThat(
				this.mvc.post().uri("/cart/items").cookie(session).with(csrf()).param("billId", firstBill(bill).id()))
			.hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/cart")
			.flash()
			.containsEntry("notice", "notice.added");

		MvcTestResult payment = this.mvc.post()
			.uri("/checkout")
			.cookie(session)
			.with(csrf())
			.param("cardholder", "Mark")
			.param("cardNumber", "4242 4242 4242 4242")
			.param("expiry", CardFixture.EXPIRY)
			.param("cvc", "123")
			.exchange();
		assertThat(payment).hasStatus(HttpStatus.SEE_OTHER).redirectedUrl().matchesAntPattern("/payments/*");

		assertThat(this.mvc.get().uri(payment.getResponse().getRedirectedUrl()).cookie(session)).hasStatusOk()
			.hasViewName("payment/receipt")
			.bodyText()
			.contains("+1 212-555-0142", "$42.50", "Visa ending in 4242")
			.doesNotContain("4242 4242");
		assertThat(this.mvc.get().uri("/cart").cookie(session)).model().containsEntry("cart", EMPTY_CART);
	}

	@Test
	@Tag("S6")
	void signingOutForgetsTheNumberTheCartAndTheUser() {
		Cookie session = signIn("phil");
		lookUp("+1 646-555-0117", session);

		MvcTestResult logout = this.mvc.post().uri("/logout").cookie(session).with(csrf()).exchange();
		assertThat(logout).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/logout")
			.cookies()
			.hasMaxAge(SESSION_COOKIE, Duration.ZERO);
		assertThat(this.sessions.findById(session.getValue())).isNull();
		assertThat(this.mvc.get().uri("/bill").cookie(session)).hasRedirectedUrl("/login?next=%2Fbill");

		Cookie next = signIn("phil");
		assertThat(this.mvc.get().uri("/bill").cookie(next)).hasRedirectedUrl("/lookup")
			.flash()
			.containsEntry("notice", "notice.no-number");
		assertThat(this.mvc.get().uri("/cart").cookie(next)).model().containsEntry("cart", EMPTY_CART);
	}

	@Test
	void twoClientsNeverSeeEachOthersNumberCartOrUser() {
		Cookie phil = signIn("phil");
		Cookie jan = signIn("jan");
		lookUp("+1 646-555-0117", phil);
		assertThat(this.mvc.get().uri("/bill").cookie(jan)).hasRedirectedUrl("/lookup");

		lookUp("+1 718-555-0188", jan);
		String bill = firstBill(this.mvc.get().uri("/bill").cookie(jan).exchange()).id();
		assertThat(this.mvc.post().uri("/cart/items").cookie(jan).with(csrf()).param("billId", bill))
			.hasRedirectedUrl("/cart");

		assertThat(this.mvc.get().uri("/bill").cookie(phil)).model()
			.containsEntry("user", "phil")
			.containsEntry("number", "+1 646-555-0117")
			.containsEntry("cartSize", 0);
		assertThat(this.mvc.get().uri("/bill").cookie(jan)).model()
			.containsEntry("user", "jan")
			.containsEntry("number", "+1 718-555-0188")
			.containsEntry("cartSize", 1);
	}

	@Test
	@Tag("S8")
	void anExpiredSessionLeadsToTheLoginPageThatSaysWhyAndBack() {
		Cookie session = signIn("jan");
		expire(this.sessions, session.getValue());

		assertThat(this.mvc.get().uri("/payments").cookie(session)).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/login?next=%2Fpayments");
		assertThat(this.mvc.get().uri("/login").param("next", "/payments").cookie(session)).hasStatusOk()
			.hasViewName("account/login")
			.model()
			.containsEntry("notice", "login.session-ended")
			.containsEntry("next", "/payments");
	}

	private Cookie signIn(String username) {
		Cookie anonymous = this.mvc.get().uri("/login").exchange().getResponse().getCookie(SESSION_COOKIE);
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

	private void lookUp(String number, Cookie session) {
		assertThat(this.mvc.post().uri("/lookup").cookie(session).with(csrf()).param("phoneNumber", number))
			.hasRedirectedUrl("/bill");
	}

	private static BillView firstBill(MvcTestResult page) {
		List<?> bills = (List<?>) page.getMvcResult().getModelAndView().getModel().get("bills");
		return (BillView) bills.get(0);
	}

	/** Expires a session without waiting until its idle time is over. */
	private static <S extends Session> void expire(SessionRepository<S> sessions, String id) {
		S session = sessions.findById(id);
		session.setMaxInactiveInterval(Duration.ZERO);
		sessions.save(session);
	}

}
