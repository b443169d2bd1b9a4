package billpay.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Starts the Chromium of this machine, with nobody's profile and without asking the
 * network for anything.
 */
final class Chromium {

	private Chromium() {
	}

	/**
	 * Skips the test, or fails it in CI, where there is no browser.
	 */
	static void assumeInstalled() {
		Installed.assume("chromium", "chromedriver");
	}

	/**
	 * Starts a browser that has never been anywhere.
	 * @param profile an empty folder for what it keeps
	 * @param preferences settings of the profile, by name
	 * @return the browser, to be quit
	 */
	static ChromeDriver start(Path profile, Map<String, Object> preferences) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(Installed.find("chromium").orElseThrow());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
				"--no-first-run", "--lang=en-US", "--window-size=1440,1000", "--user-data-dir=" + profile);
		options.setExperimentalOption("prefs", preferences);
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logging);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(Installed.find("chromedriver").orElseThrow())
			.usingAnyFreePort()
			.build();
		ChromeDriver driver = new ChromeDriver(service, options);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60)).implicitlyWait(Duration.ofSeconds(20));
		return driver;
	}

	/**
	 * What the browser has complained about on its console since the last call.
	 * @param driver the browser
	 * @return its warnings and errors
	 */
	static List<String> complaints(ChromeDriver driver) {
		return driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(Object::toString)
			.toList();
	}

}
