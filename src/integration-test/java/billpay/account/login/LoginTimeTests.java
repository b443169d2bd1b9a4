package billpay.account.login;

import java.util.ArrayList;
import java.util.List;

import billpay.support.Browser;
import billpay.support.OverHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a login takes tells nobody whether an account exists: the password is hashed
 * in any case, at its full cost.
 */
@TestPropertySource(properties = "billpay.test.quick-passwords=false")
@Tag("A1")
class LoginTimeTests extends OverHttp {

	@Test
	void anUnknownNameTakesAboutAsLongAsAWrongPassword() {
		List<Long> unknown = new ArrayList<>();
		List<Long> wrong = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			unknown.add(nanosOfATry("stranger" + i));
			wrong.add(nanosOfATry("phil"));
		}
		assertThat((double) median(unknown) / median(wrong)).isBetween(0.33, 3.0);
	}

	private long nanosOfATry(String username) {
		Browser browser = newBrowser();
		browser.get("/login");
		long start = System.nanoTime();
		assertThat(browser.post("/login", "username", username, "password", "wrong").status()).isEqualTo(422);
		return System.nanoTime() - start;
	}

	private static long median(List<Long> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

}
