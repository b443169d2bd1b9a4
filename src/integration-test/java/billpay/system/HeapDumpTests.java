package billpay.system;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

import billpay.support.Browser;
import billpay.support.CardFixture;
import billpay.support.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A search of the session objects sees what sessions hold, so that finding no card in
 * them means that there is none.
 */
class HeapDumpTests {

	@TempDir
	private static Path folder;

	private static final Keeper keeper = new Keeper();

	private static PackagedApplication application;

	private static HeapDump ofThisProcess;

	@BeforeAll
	static void start() {
		// The second compiler would cost a run of this few pages more than it gains.
		application = new PackagedApplication(folder, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1").start();
		ofThisProcess = HeapDump.of(ProcessHandle.current().pid(), folder.resolve("this.hprof"));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void theSessionObjectsShowWhatASessionRemembers() {
		Browser browser = application.newBrowser();
		String number = signUpAndFillTheCart(browser, "erika");

		assertThat(application.heapDump().sessionTexts())
			.contains("erika", number.replaceAll("[ -]", ""), "hotspot", browser.sessionId(), "ROLE_CUSTOMER")
			.doesNotContain("secret of erika");
	}

	@Test
	void noSessionObjectHoldsACardThatWasSent() {
		Browser browser = application.newBrowser();
		signUpAndFillTheCart(browser, "wilma");

		assertThat(pay(browser, "4000 0000 0000 0002").status()).isEqualTo(422);
		assertThatNoSessionHolds("4000000000000002", "4000 0000 0000 0002");

		assertThat(pay(browser, "5105 1051 0510 5100").location()).startsWith("/payments/");
		assertThat(browser.follow().text()).contains("Mastercard ending in 5100");
		assertThatNoSessionHolds("5105105105105100", "5105 1051 0510 5100");
	}

	private static String signUpAndFillTheCart(Browser browser, String customer) {
		String number = browser.signUp(customer);
		browser.post("/lookup", "phoneNumber", number);
		browser.get("/bill");
		assertThat(browser.post("/cart/items", "addOn", "hotspot", "quantity", "2").status()).isEqualTo(303);
		return number;
	}

	private static Page pay(Browser browser, String cardNumber) {
		browser.get("/checkout");
		return browser.post("/checkout", "cardholder", "Erika Mustermann", "cardNumber", cardNumber, "expiry",
				CardFixture.EXPIRY, "cvc", "847");
	}

	private static void assertThatNoSessionHolds(String... cardNumber) {
		assertThat(application.heapDump().sessionTexts()).contains("wilma")
			.doesNotContain(cardNumber)
			.doesNotContain("Mustermann")
			.doesNotContainPattern("\\b847\\b")
			.doesNotContainPattern("\\b" + CardFixture.EXPIRY + "\\b");
	}

	@Test
	void aTextIsFoundInWhateverShapeItIsKept() {
		assertThat(ofThisProcess.textsHeldBy(Keeper.class.getName())).contains("string", "行動熱點", "characters", "bytes",
				"builder", " wide builder", "inherited", "key", "element", "softly held", "captured");
	}

	@Test
	void theRestOfTheApplicationIsLeftAlone() {
		assertThat(ofThisProcess.textsHeldBy(Keeper.class.getName())).doesNotContain("of a class", "of a loader",
				"of a thread", "of a logger", keeper.random.getAlgorithm());
	}

	@Test
	void aSearchInNothingFails() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ofThisProcess.textsHeldBy("billpay.Nobody"))
			.withMessageContaining("objects of billpay.Nobody");
	}

	/**
	 * Holds things whose texts are of interest, and things whose texts are not.
	 */
	private static class Keeper extends Heir {

		private static final String[] ofAll = { "of a class" };

		private final String string = "string";

		private final String wideString = "行動熱點";

		private final char[] characters = "characters".toCharArray();

		private final byte[] bytes = "bytes".getBytes(StandardCharsets.US_ASCII);

		private final StringBuilder builder = new StringBuilder("builder");

		private final StringBuilder wideBuilder = new StringBuilder("建 wide builder");

		private final Map<String, List<Object>> collection = Map.of("key", List.of(1, new Object[] { "element" }));

		private final SoftReference<String> reference = new SoftReference<>(this.string + " softly held");

		private final Runnable lambda = capturing("captured");

		private final Class<?> type = getClass();

		private final ClassLoader loader = new ClassLoader("of a loader", null) {
		};

		private final Thread thread = new Thread("of a thread");

		private final Object logger = LoggerFactory.getLogger("of a logger");

		private final SecureRandom random = new SecureRandom();

		private static Runnable capturing(String text) {
			return () -> assertThat(text).isNotNull();
		}

	}

	/**
	 * Has a field that its subclass inherits.
	 */
	private static class Heir {

		private final String inherited = "inherited";

	}

}
