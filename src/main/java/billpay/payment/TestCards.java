package billpay.payment;

import java.util.List;

import billpay.web.DemoData;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The cards to try on the payment page, while demo data are on.
 */
@ControllerAdvice(assignableTypes = CheckoutController.class)
class TestCards {

	private final DemoData demo;

	TestCards(DemoData demo) {
		this.demo = demo;
	}

	@ModelAttribute("testCards")
	List<TestCard> testCards() {
		return (this.demo.enabled()) ? List.of(TestCard.values()) : List.of();
	}

}
