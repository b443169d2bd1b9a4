package billpay.system;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import billpay.support.CardFixture;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody who sits at a real browser: reads titles, fills labelled fields, clicks on
 * what links and buttons say.
 */
final class Visitor implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ChromeDriver driver;

	private final String base;

	private Locale language = Locale.ENGLISH;

	/**
	 * Opens a browser.
	 * @param base scheme, host, port and context path of the shop
	 * @param profile an empty folder for the browser's profile
	 * @param preferences settings of the profile
	 */
	Visitor(String base, Path profile, Map<String, Object> preferences) {
		this.base = base;
		this.driver = Chromium.start(profile, preferences);
	}

	ChromeDriver driver() {
		return this.driver;
	}

	Visitor open(String path) {
		this.driver.get(this.base + path);
		return this;
	}

	/**
	 * Clicks on the link to the other language and reads that from now on.
	 * @param locale the language
	 * @return this visitor
	 */
	Visitor speak(Locale locale) {
		if (!locale.equals(this.language)) {
			this.driver.findElement(By.cssSelector(".top a[hreflang]")).click();
			this.language = locale;
		}
		return this;
	}

	/**
	 * A text of the page in the visitor's language.
	 * @param key the message's key
	 * @param arguments what it is told
	 * @return the text
	 */
	String text(String key, Object... arguments) {
		ResourceBundle messages = ResourceBundle.getBundle("messages", this.language,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
		return (arguments.length == 0) ? messages.getString(key)
				: new MessageFormat(messages.getString(key), this.language).format(arguments);
	}

	/**
	 * Waits for a page.
	 * @param titleKey the message that is its title
	 * @param arguments what the message is told
	 * @return this visitor
	 */
	Visitor arriveAt(String titleKey, Object... arguments) {
		return awaitTitle(text(titleKey, arguments));
	}

	/**
	 * Waits for a page that comes back with a form which was refused.
	 * @param titleKey the message that is its title after "Error"
	 * @param arguments what the message is told
	 * @return this visitor
	 */
	Visitor returnTo(String titleKey, Object... arguments) {
		return awaitTitle(text("layout.refused", text(titleKey, arguments)));
	}

	private Visitor awaitTitle(String title) {
		await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.untilAsserted(() -> assertThat(this.driver.getTitle()).isEqualTo(title + " – BillPay"));
		return this;
	}

	/**
	 * Fills a field.
	 * @param labelKey the message that is its label
	 * @param value what to type
	 * @return this visitor
	 */
	Visitor type(String labelKey, String value) {
		WebElement label = this.driver.findElement(By.xpath("//label[normalize-space()='" + text(labelKey) + "']"));
		WebElement field = this.driver.findElement(By.id(label.getDomAttribute("for")));
		field.clear();
		field.sendKeys(value);
		return this;
	}

	/**
	 * Clicks on the first link or button that says something.
	 * @param key the message that it says
	 * @param arguments what the message is told
	 * @return this visitor
	 */
	Visitor click(String key, Object... arguments) {
		return clickOn(text(key, arguments));
	}

	/**
	 * Clicks on the first link or button with a text.
	 * @param text the text
	 * @return this visitor
	 */
	Visitor clickOn(String text) {
		this.driver.findElement(By.xpath("(//main|//header|//footer)//*[self::a or self::button or self::summary]"
				+ "[normalize-space()='" + text + "']"))
			.click();
		return this;
	}

	Visitor pay(String cardNumber) {
		return fillCard(cardNumber).submit();
	}

	Visitor fillCard(String cardNumber) {
		return type("checkout.cardholder", "A. Customer").type("checkout.cardNumber", cardNumber)
			.type("checkout.expiry", CardFixture.EXPIRY)
			.type("checkout.cvc", "123");
	}

	/**
	 * Sends the page's own form, whatever its button says.
	 * @return this visitor
	 */
	Visitor submit() {
		this.driver.findElement(By.cssSelector("main form button")).click();
		return this;
	}

	/**
	 * Waits until something is on the page.
	 * @param selector what to look for
	 * @return this visitor
	 */
	Visitor see(String selector) {
		this.driver.findElement(By.cssSelector(selector));
		return this;
	}

	/**
	 * What the main part of the page says.
	 * @return its visible text
	 */
	String reads() {
		return this.driver.findElement(By.tagName("main")).getText();
	}

	List<String> complaints() {
		return Chromium.complaints(this.driver);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
