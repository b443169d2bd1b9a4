package billpay.web.format;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left of a text from outside.
 */
class SensitiveDataRedactorTests {

	private static final String ID = "Zq3-9_xYb7LmNpQrStUvWxYz012345ab";

	private static String shown(String text) {
		return SensitiveDataRedactor.redact(text, 80);
	}

	private static String target(String path, String query) {
		return SensitiveDataRedactor.redactTarget(path, query, 80);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/bill", "/cart/items/0a1b2c3d/remove", "/payments/BP-7Q2XK-90ABC", "en",
			"mark/2026-11-21T10:00:00Z", "anna-1999/2026-11-21T10:00:00Z", "Max-Age=31536000",
			"Expires=Sun, 21 Nov 2027 12:17:16 GMT" })
	void textWithoutSecretsIsUnchanged(String text) {
		assertThat(shown(text)).isEqualTo(text);
	}

	@Test
	@Tag("S15")
	void textAsLongAsASessionIdIsRedactedEverywhere() {
		assertThat(shown(ID)).isEqualTo("…");
		assertThat(shown("/" + ID)).isEqualTo("/…");
		assertThat(shown("/a/" + ID + "/b")).isEqualTo("/a/…/b");
		assertThat(shown("a." + ID + ";b")).isEqualTo("a.…;b");
		assertThat(shown("/payments;jsessionid=" + ID)).isEqualTo("/payments;jsessionid=…");
		assertThat(shown(ID + ID)).isEqualTo("…");
		assertThat(shown("x".repeat(200) + "/" + ID)).isEqualTo("…/…");
	}

	@Test
	@Tag("S15")
	void noPartOfALongIdRemainsWhereTheTextIsCut() {
		assertThat(SensitiveDataRedactor.redact("/" + "a.".repeat(35) + ID, 80)).doesNotContain("Zq3");
		assertThat(SensitiveDataRedactor.redact("/bill." + ID, 12)).doesNotContain("Zq3");
	}

	@ParameterizedTest
	@Tag("P9")
	@ValueSource(strings = { "4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242", "4242+4242+4242+4242",
			"4242%204242%204242%204242", "4242.4242.4242.4242", "4242_4242_4242_4242", "378282246310005",
			"3782 822463 10005", "5555  5555  5555  4444", "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2", "400000000002",
			"4242424242424242999" })
	void aCardNumberIsLeftOutHoweverItIsSpelt(String card) {
		assertThat(shown(card)).isEqualTo("…");
		assertThat(shown("/checkout/" + card)).isEqualTo("/checkout/…");
		assertThat(shown("n" + card + "!")).isEqualTo("n…!");
		assertThat(target("/checkout", "page=" + card.replace(" ", "%20"))).isEqualTo("/checkout?page=…");
	}

	@ParameterizedTest
	@Tag("P9")
	@ValueSource(strings = { "4242\u00a04242\u00a04242\u00a04242", "4242\u20094242\u20094242\u20094242",
			"4242\u20114242\u20114242\u20114242", "4242\u20134242\u20134242\u20134242", "4242\t4242\t4242\t4242",
			"\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12",
			"4242%2D4242%2D4242%2D4242", "4242%2B4242%2B4242%2B4242", "4242%C2%A04242%C2%A04242%C2%A04242",
			"4242,4242,4242,4242", "4242 - 4242 - 4242 - 4242" })
	void soIsOneWithOddGapsOrDigits(String card) {
		assertThat(shown(card)).isEqualTo("…");
	}

	@Test
	@Tag("P9")
	void soIsOneWithEncodedDigits() {
		assertThat(shown("/%34%32%34%32%34%32%34%32%34%32%34%32%34%32%34%32")).isEqualTo("/…");
	}

	@ParameterizedTest
	@Tag("I2")
	@Timeout(5)
	@ValueSource(strings = { "4", "4 ", "4.", "4%20", "4%C2%A0", "%20", "%34", "1/", "a", "a.", "%", "\u0007" })
	void aLongTextTakesNoLongTimeAndNoDeepStack(String unit) {
		String text = unit.repeat(200_000);
		assertThat(shown(text)).hasSizeLessThanOrEqualTo(81);
		assertThat(SensitiveDataRedactor.redactOwn(text, 80)).hasSizeLessThanOrEqualTo(81);
		assertThat(target("/" + text, "next=" + text + "&" + text + "=" + text)).hasSizeLessThan(200);
	}

	@Test
	void lettersThatNobodySeesAreReplaced() {
		assertThat(shown("a\u202eb\u0007c\nd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
		assertThat(SensitiveDataRedactor.redactOwn("a\u200bb", 80)).isEqualTo("a\uFFFDb");
	}

	@Test
	@Tag("I2")
	void aLongTextIsCut() {
		assertThat(SensitiveDataRedactor.redact("a.".repeat(100), 80)).hasSize(81).endsWith("…");
	}

	@Test
	void ofAQueryOnlyWhatSaysWhereToGoKeepsItsValue() {
		assertThat(target("/", null)).isEqualTo("/");
		assertThat(target("/login", "next=%2Fbill")).isEqualTo("/login?next=%2Fbill");
		assertThat(target("/cookies", "lang=zh-TW")).isEqualTo("/cookies?lang=zh-TW");
		assertThat(target("/payments", "page=2")).isEqualTo("/payments?page=2");
		assertThat(target("/login", "username=mark&password=pay-my-bill")).isEqualTo("/login?username=…&password=…");
		assertThat(target("/checkout", "cvc=739&x=")).isEqualTo("/checkout?cvc=…&x=…");
		assertThat(target("/cookies", "buttons")).isEqualTo("/cookies?buttons");
	}

	@Test
	@Tag("L3")
	void aQueryWithinAPageToComeBackToIsLeftOutToo() {
		assertThat(target("/login", "next=%2Fcart%3Fpassword%3Dpay-my-bill")).doesNotContain("pay-my-bill");
		assertThat(target("/login", "next=/cart?cvc=739")).doesNotContain("739");
		assertThat(target("/login", "next=%2fcart%3fcvc%3d739")).doesNotContain("739");
	}

	@Test
	void ownTextKeepsAPhoneNumberButNoLongId() {
		assertThat(SensitiveDataRedactor.redactOwn("+1 212-555-0142", 80)).isEqualTo("+1 212-555-0142");
		assertThat(SensitiveDataRedactor.redactOwn("Cart[id=" + ID + "]", 80)).isEqualTo("Cart[id=…]");
	}

}
