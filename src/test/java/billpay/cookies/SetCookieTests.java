package billpay.cookies;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import billpay.session.SessionFingerprint;
import billpay.web.CookieDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An order to the browser, read from its header and foretold.
 */
class SetCookieTests {

	private static final String ID = "Zq3-9_xYb7LmNpQrStUvWxYz012345ab";

	private static final CookieDefinition SESSION = new CookieDefinition("BILLPAY_SESSION", "session", null, "/fb",
			false, true, "Lax", true);

	private static final CookieDefinition VISITOR = new CookieDefinition("BILLPAY_VISITOR", "visitor",
			Duration.ofDays(365), "/", true, true, "Lax", false);

	private static SetCookie read(String header) {
		return SetCookie.of(header, Map.of(SESSION.name(), SESSION, VISITOR.name(), VISITOR));
	}

	private static String written(CookieDefinition cookie, String value) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		cookie.write(value, response);
		return response.getHeader("Set-Cookie");
	}

	@Test
	@Tag("S15")
	void aSecretIsShownByItsFingerprint() {
		SetCookie cookie = read("BILLPAY_SESSION=" + ID + "; Path=/fb; HttpOnly; SameSite=Lax");
		assertThat(cookie).isEqualTo(new SetCookie("BILLPAY_SESSION", SessionFingerprint.of(ID),
				List.of("Path=/fb", "HttpOnly", "SameSite=Lax"), false));
		assertThat(cookie.forgets()).isFalse();
	}

	@Test
	void aReadableOneIsShownAsItIsWithEveryAttribute() {
		SetCookie cookie = read(written(VISITOR, "mark/2026-11-21T10:00:00Z"));
		assertThat(cookie.value()).isEqualTo("mark/2026-11-21T10:00:00Z");
		assertThat(cookie.attributes()).contains("Path=/", "Max-Age=31536000", "Secure", "HttpOnly", "SameSite=Lax")
			.anyMatch((attribute) -> attribute.startsWith("Expires="))
			.hasSize(6);
	}

	@Test
	void ofOneThatIsNotOursTheValueIsNotShown() {
		assertThat(read("theme=its-own-secret; Path=/"))
			.hasToString("SetCookie[name=theme, value=…, attributes=[Path=/], pending=false]");
		assertThat(read(ID + "=x").name()).isEqualTo("…");
	}

	@Test
	void theNameOfOneOfOursIsShownHoweverLongItIs() {
		String name = "__Secure-BILLPAY_SERVER_VIEW";
		CookieDefinition definition = new CookieDefinition(name, "server-view", Duration.ofDays(365), "/fb", true, true,
				"Lax", true);
		SetCookie cookie = SetCookie.of(written(definition, ID), Map.of(name, definition));
		assertThat(cookie.name()).isEqualTo(name);
		assertThat(cookie.value()).isEqualTo(SessionFingerprint.of(ID));
	}

	@Test
	void anOrderToForgetIsOne() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		SESSION.forget(response);
		SetCookie cookie = read(response.getHeader("Set-Cookie"));
		assertThat(cookie.forgets()).isTrue();
		assertThat(cookie.value()).isEmpty();
	}

	@Test
	void malformedSetCookieHeaderIsTolerated() {
		for (String header : List.of("", "=", "a", "a=", "; Path=/", ";")) {
			assertThat(read(header).value()).as(header).isIn("", "…");
		}
	}

	@Test
	void predictedSessionCookieEqualsTheWrittenOne() {
		for (boolean secure : List.of(false, true)) {
			CookieDefinition session = new CookieDefinition("BILLPAY_SESSION", "session", null, "/fb", secure, true,
					"Lax", true);
			SetCookie foretold = SetCookie.pending(session, SessionFingerprint.of(ID));
			assertThat(foretold.pending()).isTrue();
			SetCookie written = read(written(session, ID));
			assertThat(foretold.attributes()).isEqualTo(written.attributes());
			assertThat(foretold.value()).isEqualTo(written.value());
		}
	}

}
