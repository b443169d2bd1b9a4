package billpay.cookies;

import billpay.support.OverHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The page of cookies tells the truth where the shop is at the root of its host.
 */
class CookieTruthTests extends OverHttp {

	@Test
	@Tag("S1")
	void attributesOnThePageEqualThoseOfTheSetCookieHeader() {
		CookieTruth.check(newBrowser(), "mark", "pay-my-bill", "BILLPAY_SESSION", "BILLPAY_VISITOR", "BILLPAY_BROWSER",
				"BILLPAY_LANGUAGE", "BILLPAY_SERVER_VIEW");
	}

}
