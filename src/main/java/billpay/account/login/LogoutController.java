package billpay.account.login;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page that asks before it signs out, and says so afterwards. Signing out itself is
 * Spring Security's {@code POST /logout}, with what {@link ShopLogoutHandler} adds.
 */
@Controller
class LogoutController {

	@GetMapping("/logout")
	String ask() {
		return "account/logout";
	}

}
