package billpay.account.login;

import java.util.List;

import billpay.account.AccountRepository;
import billpay.demo.DemoProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Who can sign in to try the shop, for the sign-in page, while demo data are on.
 */
@ControllerAdvice(assignableTypes = LoginController.class)
class DemoLoginHintControllerAdvice {

	private final AccountRepository accounts;

	private final DemoProperties demo;

	DemoLoginHintControllerAdvice(AccountRepository accounts, DemoProperties demo) {
		this.accounts = accounts;
		this.demo = demo;
	}

	@ModelAttribute("demoNames")
	List<String> demoNames() {
		return (this.demo.enabled()) ? this.accounts.findDemoNames() : List.of();
	}

	@ModelAttribute("demoPassword")
	@Nullable String demoPassword() {
		return (this.demo.enabled()) ? this.demo.password() : null;
	}

}
