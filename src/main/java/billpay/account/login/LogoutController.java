package billpay.account.login;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page that asks for confirmation before a logout, and that confirms it afterwards.
 * The logout itself is Spring Security's {@code POST /logout}, with
 * {@link ShopLogoutHandler}.
 */
@Controller
class LogoutController {

	@GetMapping("/logout")
	String ask() {
		return "account/logout";
	}

}
