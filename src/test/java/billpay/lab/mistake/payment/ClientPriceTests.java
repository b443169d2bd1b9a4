package billpay.lab.mistake.payment;

import billpay.lab.mistake.MistakesOverHttp;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cart priced by the client.
 */
class ClientPriceTests extends MistakesOverHttp {

	@Test
	void theWrongHalfChargesWhatTheFormSays() {
		assertThat(answer(send(browser(), "client-price/wrong/pay", "price", "40.00"), "wrong")).contains("$40.00");
		assertThat(answer(send(browser(), "client-price/wrong/pay", "price", "0.01"), "wrong")).contains("$0.01");
	}

	@ParameterizedTest
	@CsvSource({ "5,$5.00", "0,$0.00", "0.1,$0.10", "-40.00,-$40.00", "9999.99,'$9,999.99'" })
	void theWrongHalfBelievesAnyAmount(String price, String charged) {
		assertThat(answer(send(browser(), "client-price/wrong/pay", "price", price), "wrong")).contains(charged);
	}

	@ParameterizedTest
	@ValueSource(strings = { "five", "1e3", "1E0", "0x10", "+5", ".5", "5.", "0.001", "5 0", "\u0665", "" })
	void whatIsNoPlainDecimalIsRefusedWithASentenceInTheWrongHalf(String price) {
		HttpBrowser browser = browser();
		send(browser, "client-price/wrong/pay", "price", "0.01");
		Page page = send(browser, "client-price/wrong/pay", "price", price);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("<p id=\"wrong-refused\"[^>]*>([^<]*)<"))
			.startsWith("Not charged: write a price in digits");
		assertThat(page.body()).as("what was charged before").doesNotContain("<p id=\"wrong-answer\"");
		assertThat(answer(browser.get("/lab/mistakes/client-price"), "wrong")).contains("$0.01");
	}

	@Test
	void theRightHalfChargesWhatTheServerKnows() {
		assertThat(answer(send(browser(), "client-price/right/pay", "bill", "MARK"), "right")).contains("$40.00");
		assertThat(answer(send(browser(), "client-price/right/pay", "bill", "MARK", "price", "0.01"), "right"))
			.contains("$40.00");
	}

	@Test
	void whatIsNoPriceAndNoBillIsRefused() {
		for (String price : new String[] { "", "x", "1e9", "1e999999999", "0.001", "99999.00", "9".repeat(5000) }) {
			refused(browser(), "client-price/wrong/pay", "price", price);
		}
		refused(browser(), "client-price/wrong/pay");
		refused(browser(), "client-price/right/pay", "bill", "");
		refused(browser(), "client-price/right/pay", "bill", "nobody");
		refused(browser(), "client-price/right/pay");
	}

}
