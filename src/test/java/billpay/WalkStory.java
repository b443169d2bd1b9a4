package billpay;

import billpay.support.Browser;
import billpay.support.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The story that BillPay tells, once for every way of sending requests.
 */
abstract class WalkStory {

	/**
	 * A browser that has never been here.
	 * @return a browser without cookies
	 */
	abstract Browser newBrowser();

	@Test
	void markSendsHisNumberOnceAndPaysInALaterRequestWithOnlyHisCard() {
		Browser mark = newBrowser().signIn("mark", "pay-my-bill");

		mark.post("/lookup", "phoneNumber", "(212) 555-0142");
		Page bill = mark.follow();
		assertThat(bill.text()).contains("+1 212-555-0142", "$42.50");

		mark.post("/cart/items", "billId", bill.find("name=\"billId\" value=\"(\\d+)\""));
		assertThat(mark.follow().text()).contains("+1 212-555-0142", "Total $42.50");

		assertThat(mark.get("/checkout").text()).contains("$42.50");
		Page paid = mark.post("/checkout", "cardholder", "Mark", "cardNumber", "4242 4242 4242 4242", "expiry", "12/30",
				"cvc", "123");
		assertThat(paid.status()).isEqualTo(303);
		assertThat(mark.follow().text()).contains("Receipt", "+1 212-555-0142", "$42.50", "Visa ending in 4242")
			.doesNotContain("4242 4242");
	}

	@Test
	void signingOutForgetsTheNumberAndTheCart() {
		Browser customer = newBrowser();
		customer.fillCart(customer.signUp("walker-out"));
		customer.post("/logout");

		customer.signIn("walker-out", "secret of walker-out");
		assertThat(customer.get("/cart").text()).contains("Your cart is empty.");
		customer.get("/bill");
		assertThat(customer.arrival()).isEqualTo("/lookup: Please enter a mobile number first.");
	}

	@Test
	void twoBrowsersNeverSeeEachOthersNumberCartOrUser() {
		Browser one = newBrowser();
		Browser other = newBrowser();
		String numberOfOne = one.signUp("walker-one");
		String numberOfOther = other.signUp("walker-other");
		one.fillCart(numberOfOne);

		assertThat(other.get("/cart").body()).contains("walker-other")
			.doesNotContain("walker-one")
			.doesNotContain(numberOfOne);
		other.get("/bill");
		assertThat(other.arrival()).isEqualTo("/lookup: Please enter a mobile number first.");

		other.fillCart(numberOfOther);
		assertThat(one.get("/bill").body()).contains(numberOfOne).doesNotContain(numberOfOther);
		assertThat(one.get("/cart").body()).contains("walker-one", numberOfOne).doesNotContain(numberOfOther);
	}

}
