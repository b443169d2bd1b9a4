package billpay.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.RequestMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The headers that keep a browser on our side, on every kind of answer there is.
 */
class ResponseHeaderTests extends OverHttp {

	private Customer customer;

	private Map<String, Page> answers;

	@BeforeAll
	void oneAnswerOfEveryKind() {
		this.customer = newCustomer();
		this.customer.fillCart(newBill(this.customer.number(), "12.00"));
		HttpBrowser browser = sameSession(this.customer.browser());
		this.answers = new LinkedHashMap<>();
		this.answers.put("200 for a stranger", newBrowser().get("/"));
		this.answers.put("200 for a customer", browser.get("/cart"));
		this.answers.put("200 without a body", browser.send("HEAD", "/cart", ""));
		this.answers.put("200 for OPTIONS", browser.send("OPTIONS", "/cart", ""));
		this.answers.put("200 for OPTIONS of the server", raw().send("OPTIONS * HTTP/1.1", "Host: localhost"));
		this.answers.put("200 of a static file", newBrowser().get(styles()));
		this.answers.put("200 of the health check", newBrowser().get("/healthcheck"));
		this.answers.put("303 to sign in", newBrowser().get("/cart"));
		this.answers.put("303 after a form", browser.post("/lookup", "phoneNumber", this.customer.number()));
		this.answers.put("400 for a parameter", browser.get("/cart?a=1&a=2"));
		this.answers.put("400 for a semicolon", browser.get("/cart;a=b"));
		this.answers.put("400 by Tomcat for a path", raw().get("/%ff"));
		this.answers.put("400 by Tomcat for a request line", raw().get("/<"));
		this.answers.put("400 by Tomcat for the headers", raw().get("/", "X-Long: " + "a".repeat(20_000)));
		this.answers.put("403 for a token", browser.send("POST", "/lookup", "phoneNumber=1"));
		this.answers.put("403 for another site", newBrowser().send("POST", "/lookup", "a=b"));
		this.answers.put("404 for a stranger", newBrowser().get("/nowhere"));
		this.answers.put("404 for a customer", browser.get("/nowhere"));
		this.answers.put("404 for a static file", newBrowser().get("/assets/nothing.css"));
		this.answers.put("405 for GET", browser.get("/cart/items"));
		this.answers.put("405 for TRACE", raw().send("TRACE / HTTP/1.1", "Host: localhost"));
		this.answers.put("413", browser.send("POST", "/lookup", "phoneNumber=" + "1".repeat(70_000)));
		this.answers.put("422", browser.post("/lookup", "phoneNumber", ""));
	}

	private String styles() {
		return newBrowser().get("/").find("href=\"(/assets/app-[^\"]+)\"");
	}

	@Test
	void everyAnswerIsOfTheKindItIsCalledBy() {
		this.answers.forEach((what, page) -> assertThat(what).startsWith(Integer.toString(page.status())));
	}

	@Test
	@Tag("C4")
	void everyAnswerForbidsWhatIsInlineEmbeddedOrFromElsewhere() {
		this.answers.forEach((what, page) -> {
			assertThat(page.headers().get("content-security-policy")).as(what).hasSize(1);
			Map<String, String> policy = Arrays.stream(page.header("Content-Security-Policy").split(";\\s*"))
				.map((directive) -> directive.split(" ", 2))
				.collect(Collectors.toMap((directive) -> directive[0], (directive) -> directive[1]));
			assertThat(policy).as(what)
				.containsEntry("default-src", "'none'")
				.containsEntry("object-src", "'none'")
				.containsEntry("base-uri", "'none'")
				.containsEntry("frame-ancestors", "'none'")
				.containsEntry("form-action", "'self'")
				.containsEntry("script-src", "'self'")
				.containsEntry("style-src", "'self'");
			assertThat(policy.values()).as(what)
				.allMatch((sources) -> List.of("'none'", "'self'", "data:").containsAll(List.of(sources.split(" "))));
		});
	}

	@Test
	@Tag("C5")
	void everyAnswerSaysNosniffReferrerPolicyAndOpenerPolicy() {
		this.answers.forEach((what, page) -> {
			assertThat(page.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
			assertThat(page.header("Referrer-Policy")).as(what).isEqualTo("same-origin");
			assertThat(page.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
			assertThat(page.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
			assertThat(page.header("X-Frame-Options")).as(what).isEqualTo("DENY");
		});
	}

	@Test
	@Tag("C7")
	void noPageIsKeptByTheBrowser() {
		for (String address : addresses(RequestMethod.GET)) {
			Page page = sameSession(this.customer.browser()).get(address.replaceAll("\\{.*}", "x"));
			assertThat(page.header("Cache-Control")).as(address).contains("no-store");
			assertThat(newBrowser().get(address.replaceAll("\\{.*}", "x")).header("Cache-Control")).as(address)
				.contains("no-store");
		}
		this.answers.forEach((what, page) -> {
			if (page.status() >= 400) {
				assertThat(page.header("Cache-Control")).as(what).contains("no-store");
			}
		});
	}

	@Test
	@Tag("C7")
	void aStaticFileIsKeptForAYearBecauseItsNameChangesWithItsContent() {
		Page home = newBrowser().get("/");
		for (String name : List.of("app", "icon")) {
			String address = home.find("href=\"(/assets/" + name + "-[0-9a-f]{32}\\.\\w+)\"");
			Page file = newBrowser().get(address);
			assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
			assertThat(address).contains(DigestUtils.md5DigestAsHex(file.body().getBytes(StandardCharsets.UTF_8)));
			assertThat(file.setCookies()).isEmpty();
			assertThat(newBrowser().get(address.replaceAll("[0-9a-f]{32}", "0".repeat(32))).status()).isEqualTo(404);
		}
		Page pico = newBrowser().get(home.find("href=\"(/webjars/picocss__pico/\\d+[.]\\d+[.]\\d+/[^\"]+)\""));
		assertThat(pico.status()).isEqualTo(200);
		assertThat(pico.header("Cache-Control")).contains("max-age=31536000", "immutable");
	}

	@Test
	@Tag("C8")
	void signingOutTellsTheBrowserToForgetWhatItKeeps() {
		Customer leaver = newCustomer();
		Page answer = leaver.browser().post("/logout");
		assertThat(answer.location()).isEqualTo("/logout");
		assertThat(answer.header("Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
		assertThat(leaver.browser().get("/cart").location()).startsWith("/login");
	}

	@Test
	@Tag("C9")
	void hostAndForwardedHeadersAreInNoRedirectAndOnNoPage() {
		List<String> paths = List.of("/", "/login", "/cart", "/nowhere", "/cart/items", "/?lang=zh-TW", "/%ff");
		for (String path : paths) {
			for (String request : List.of("GET " + path, "POST " + path, "GET http://evil.example" + path)) {
				String host = (request.contains("evil.example")) ? "evil.example" : "evil.example:8443";
				notBelieved(raw().send(request + " HTTP/1.1", "Host: " + host), request);
			}
			notBelieved(raw().get(path, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https",
					"X-Forwarded-Prefix: /evil.example", "X-Forwarded-Port: 666",
					"Forwarded: host=evil.example;proto=https"), path);
		}
	}

	@Test
	@Tag("C9")
	void forwardedHeadersDoNotChangeTheRedirectOfASignedInCustomer() {
		HttpBrowser browser = this.customer.browser();
		Page answer = raw().get("/login", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https",
				"Cookie: BILLPAY_SESSION=" + browser.sessionId());
		assertThat(answer.location()).isEqualTo("/lookup");
		assertThat(answer.setCookie("BILLPAY_SESSION")).isEmpty();
	}

	private static void notBelieved(Page page, String request) {
		assertThat(page.status()).as(request).isLessThan(500);
		assertThat(page.headers().toString()).as(request).doesNotContain("evil");
		assertThat(page.body()).as(request).doesNotContain("evil");
		if (!page.location().isEmpty()) {
			assertThat(page.location()).as(request).matches("/[^/].*");
		}
	}

	@Test
	@Tag("C10")
	void aTraceIsRefused() {
		Page answer = raw().send("TRACE / HTTP/1.1", "Host: localhost", "X-Secret: echo-me");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.body()).doesNotContain("echo-me");
	}

	@Test
	@Tag("C10")
	void noAnswerTellsWhatTheServerIsMadeOf() {
		this.answers.forEach((what, page) -> {
			assertThat(page.headers()).as(what).doesNotContainKeys("server", "x-powered-by", "via");
			if (page.status() >= 400) {
				assertThat(page.text()).as(what)
					.doesNotContainIgnoringCase("tomcat")
					.doesNotContainIgnoringCase("spring")
					.doesNotContainIgnoringCase("thymeleaf")
					.doesNotContainIgnoringCase("java")
					.doesNotContainPattern("\\d+\\.\\d+\\.\\d+");
			}
		});
	}

}
