package billpay.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import billpay.session.SessionFingerprint;
import billpay.support.CardFixture;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever changes something is a POST with the token of the page it was sent from. The
 * forms of the lab have none, which would be in the shop's session: LabTests tests them.
 */
class FormTokenTests extends OverHttp {

	private static final String WRONG_TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
			+ "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	private static final String NO_TOKEN = "This form came without its security token";

	private static final String OLD_FORM = "This page was most likely opened before you last signed in";

	@Autowired
	private List<RequestMappingInfoHandlerMapping> controllers;

	@Autowired
	private List<SimpleUrlHandlerMapping> others;

	@Autowired
	private RouterFunctionMapping functions;

	private Customer customer;

	private HttpBrowser stranger;

	private List<String> posts;

	@BeforeAll
	void aCustomerWithACartAndAnotherSession() {
		this.customer = newCustomer();
		this.customer.fillCart(newBill(this.customer.number(), "12.00"));
		this.stranger = newBrowser();
		this.stranger.get("/login");
		this.posts = new ArrayList<>(addresses(RequestMethod.POST));
		this.posts.removeIf((address) -> address.startsWith("/lab/"));
		String line = this.customer.browser().get("/cart").find("/cart/items/([^/\"]+)");
		String session = SessionFingerprint.of(this.customer.browser().sessionId()).substring(1);
		this.posts.replaceAll((address) -> address.replace("{id}", line).replace("{fingerprint}", session));
		this.customer.browser().get("/checkout");
	}

	@Test
	void thereAreFormsToTry() {
		assertThat(this.posts)
			.contains("/login", "/signup", "/account/password", "/lookup", "/cart/items", "/checkout", "/logout")
			.anyMatch((address) -> address.endsWith("/remove"))
			.noneMatch((address) -> address.contains("{"));
	}

	@Test
	@Tag("C1")
	void noFormIsTakenWithoutAToken() {
		refusedEverywhere(null, NO_TOKEN);
		refusedEverywhere("", NO_TOKEN);
	}

	@Test
	@Tag("C1")
	void noFormIsTakenWithAWrongToken() {
		refusedEverywhere("x", OLD_FORM);
		refusedEverywhere(WRONG_TOKEN, OLD_FORM);
	}

	@Test
	@Tag("C1")
	void noFormIsTakenWithTheTokenOfAnotherSession() {
		refusedEverywhere(this.stranger.token(), OLD_FORM);
	}

	private void refusedEverywhere(String token, String sentence) {
		Map<String, Object> rows = everyRow();
		Map<String, Object> session = withoutNotices(this.customer.browser());
		assertThat(session).containsKey("cart");
		for (String address : this.posts) {
			Page page = sameSession(this.customer.browser()).send("POST", address, everyField(token));
			if (isForStrangers(address)) {
				assertThat(page.location()).as(address).isEqualTo("/");
			}
			else {
				assertThat(page.status()).as(address).isEqualTo(403);
				assertThat(page.text()).as(address).contains(sentence, "It was not processed.");
			}
		}
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(withoutNotices(this.customer.browser())).isEqualTo(session);
	}

	private Map<String, Object> withoutNotices(HttpBrowser browser) {
		Map<String, Object> session = sessionOf(browser);
		session.keySet().removeIf((name) -> name.endsWith("FLASH_MAPS"));
		return session;
	}

	/**
	 * Whoever is signed in has no use for these forms, whatever their token.
	 */
	private static boolean isForStrangers(String address) {
		return address.equals("/login") || address.equals("/signup");
	}

	@Test
	@Tag("C1")
	void aStrangersFormIsNotTakenWithoutATokenEither() {
		Map<String, Object> rows = everyRow();
		Map<String, Object> session = withoutNotices(this.stranger);
		for (String address : this.posts) {
			Page page = sameSession(this.stranger).send("POST", address, everyField(null));
			assertThat(page.status()).as(address).isEqualTo(303);
			assertThat(page.location()).as(address).isEqualTo("/signup".equals(address) ? "/signup" : "/login");
		}
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(withoutNotices(this.stranger)).isEqualTo(session);
	}

	@Test
	@Tag("C1")
	void theSameFormsAreTakenWithTheTokenOfTheirSession() {
		HttpBrowser browser = sameSession(this.customer.browser());
		assertThat(browser.send("POST", "/lookup", everyField(browser.token())).location()).isEqualTo("/bill");
		assertThat(browser.send("POST", "/cart/items", everyField(browser.token())).location()).isEqualTo("/cart");
	}

	@Test
	@Tag("C2")
	void askingForTheAddressOfAFormShowsAFormOrSaysThatItIsNone() {
		for (String address : this.posts) {
			Page page = this.customer.browser().get(address);
			switch (page.status()) {
				case 200 -> assertThat(page.body()).as(address).contains("<form");
				case 303 -> assertThat(page.location()).as(address).isEqualTo("/lookup");
				case 403 -> assertThat(address).startsWith("/instructor/");
				case 404 -> assertThat(address).isEqualTo("/error");
				default -> {
					assertThat(page.status()).as(address).isEqualTo(405);
					assertThat(page.header("Allow")).as(address).isEqualTo("POST");
					assertThat(page.text()).as(address).contains("This address does not support this type of request");
				}
			}
		}
	}

	@Test
	@Tag("C2")
	void aGetNeverChangesAnything() {
		List<String> all = new ArrayList<>(addresses(RequestMethod.GET));
		all.addAll(this.posts);
		all.replaceAll((address) -> address.replace("{reference}", "BP-00000-00000").replace("{technique}", "cookie"));
		Map<String, Object> rows = everyRow();
		// Shows the notice that is in the session.
		sameSession(this.customer.browser()).get("/cart");
		Map<String, Object> session = sessionOf(this.customer.browser());
		assertThat(session).containsKeys("cart", "phoneNumber");
		all.replaceAll((address) -> address.replace("{mistake}", "client-price"));
		for (String address : all) {
			sameSession(this.customer.browser()).get(address);
			sameSession(this.customer.browser()).get(address + "?" + everyField(this.customer.browser().token()));
			sameSession(this.customer.browser()).send("HEAD", address, "");
			newBrowser().get(address + "?" + everyField(null));
		}
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(sessionOf(this.customer.browser())).isEqualTo(session);
	}

	/**
	 * Why only a POST needs a token. The error page shows the same for every method.
	 */
	@Test
	@Tag("C1")
	@Tag("C2")
	void nothingServesAnotherMethodThanGetAndPost() {
		assertThat(this.controllers)
			.allSatisfy((mappings) -> mappings.getHandlerMethods().forEach((mapping, handler) -> {
				if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
					assertThat(mapping.getMethodsCondition().getMethods()).as(mapping.toString())
						.isNotEmpty()
						.isSubsetOf(RequestMethod.GET, RequestMethod.POST);
				}
			}));
		assertThat(this.others).allSatisfy((mapping) -> assertThat(mapping.getHandlerMap()).allSatisfy(
				(path, handler) -> assertThat(((ResourceHttpRequestHandler) handler).getSupportedMethods()).as(path)
					.containsOnly("GET", "HEAD")));
		assertThat(this.functions.getRouterFunction()).isNull();
	}

	@ParameterizedTest
	@Tag("C2")
	@ValueSource(strings = { "PUT", "PATCH", "DELETE" })
	void anotherMethodIsNotAllowedAndTheAnswerSaysWhichOnesAre(String method) {
		Map<String, Object> rows = everyRow();
		Map<String, Object> session = withoutNotices(this.customer.browser());
		String styles = newBrowser().get("/").find("href=\"(/assets/app-[^\"]+)\"");
		Map<String, Set<String>> allowed = new TreeMap<>(
				Map.of("/healthcheck", Set.of("GET"), styles, Set.of("GET", "HEAD")));
		for (RequestMethod served : List.of(RequestMethod.GET, RequestMethod.POST)) {
			addresses(served).forEach(
					(address) -> allowed.computeIfAbsent(address.replaceAll("[{].*?}", "x"), (added) -> new HashSet<>())
						.add(served.name()));
		}
		allowed.remove("/error");
		allowed.forEach((address, methods) -> {
			for (HttpBrowser browser : List.of(sameSession(this.customer.browser()), newBrowser())) {
				if (address.startsWith("/instructor") && !browser.cookies().isEmpty()) {
					continue; // a 403, whatever the method
				}
				Page page = browser.send(method, address, everyField(null));
				assertThat(page.status()).as(address).isEqualTo(405);
				assertThat(page.header("Allow").split(", ")).as(address).containsExactlyInAnyOrderElementsOf(methods);
				assertThat(page.text()).as(address).contains("This address does not support this type of request");
			}
		});
		assertThat(everyRow()).isEqualTo(rows);
		assertThat(withoutNotices(this.customer.browser())).isEqualTo(session);
	}

	/**
	 * No cookie of ours goes with a form of another site (SameSite=Lax).
	 */
	@Test
	@Tag("C3")
	void crossSitePostWithoutCookiesIsRefusedWithASentence() {
		Map<String, Object> rows = everyRow();
		for (String address : this.posts) {
			HttpBrowser browser = newBrowser().with("Origin", "https://evil.example")
				.with("Sec-Fetch-Site", "cross-site");
			Page page = browser.send("POST", address, everyField(this.customer.browser().token()));
			assertThat(page.status()).as(address).isEqualTo(403);
			assertThat(page.text()).as(address).contains("Your browser sent no cookie with this form", "another site");
			assertThat(page.setCookies()).as(address).isEmpty();
		}
		assertThat(everyRow()).isEqualTo(rows);
	}

	@Test
	@Tag("C3")
	void crossOriginPostWithCookiesIsRefusedWithoutTheToken() {
		Map<String, Object> rows = everyRow();
		for (String address : this.posts) {
			HttpBrowser browser = sameSession(this.customer.browser()).with("Origin", "http://localhost:1");
			Page page = browser.send("POST", address, everyField("guessed"));
			if (isForStrangers(address)) {
				assertThat(page.location()).as(address).isEqualTo("/");
			}
			else {
				assertThat(page.status()).as(address).isEqualTo(403);
				assertThat(page.find("<p class=\"lead\">([^<]+)</p>")).as(address).endsWith(".");
			}
		}
		assertThat(everyRow()).isEqualTo(rows);
	}

	/**
	 * What would do something at every address, if it were let in.
	 */
	private String everyField(String token) {
		return ((token != null) ? "_csrf=" + token.replace("+", "%2B") + "&" : "") + "phoneNumber="
				+ this.customer.number().replaceAll("\\D", "").substring(1) + "&addOn=hotspot&quantity=1"
				+ "&username=nobody-yet&password=long+enough+1&newPassword=long+enough+1&oldPassword="
				+ this.customer.password().replace(' ', '+') + "&cardholder=A&cardNumber=4242424242424242&expiry="
				+ CardFixture.EXPIRY + "&cvc=123";
	}

}
