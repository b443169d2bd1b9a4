package billpay.lab.mistake.payment;

import billpay.lab.mistake.MistakesOverHttp;
import org.junit.jupiter.api.Test;

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

	@Test
	void theRightHalfChargesWhatTheServerKnows() {
		assertThat(answer(send(browser(), "client-price/right/pay", "bill", "MARK"), "right")).contains("$40.00");
		assertThat(answer(send(browser(), "client-price/right/pay", "bill", "MARK", "price", "0.01"), "right"))
			.contains("$40.00");
	}

	@Test
	void whatIsNoPriceAndNoBillIsRefused() {
		for (String price : new String[] { "", "x", "-1.00", "1e9", "1.0", "99999.00", "9".repeat(5000) }) {
			refused(browser(), "client-price/wrong/pay", "price", price);
		}
		refused(browser(), "client-price/wrong/pay");
		refused(browser(), "client-price/right/pay", "bill", "");
		refused(browser(), "client-price/right/pay", "bill", "nobody");
		refused(browser(), "client-price/right/pay");
	}

}
