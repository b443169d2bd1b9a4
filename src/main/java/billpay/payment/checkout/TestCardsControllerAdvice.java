package billpay.payment.checkout;

import java.util.List;

import billpay.demo.DemoProperties;
import billpay.payment.PaymentGateway;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds the test cards to the payment page while demo data are enabled.
 */
@ControllerAdvice(assignableTypes = CheckoutController.class)
class TestCardsControllerAdvice {

	private final DemoProperties demo;

	private final PaymentGateway gateway;

	TestCardsControllerAdvice(DemoProperties demo, PaymentGateway gateway) {
		this.demo = demo;
		this.gateway = gateway;
	}

	@ModelAttribute("testCards")
	List<TestCardView> testCards() {
		return (this.demo.enabled()) ? this.gateway.testCards().stream().map(TestCardView::of).toList() : List.of();
	}

}
