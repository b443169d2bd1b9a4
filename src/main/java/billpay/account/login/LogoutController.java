package billpay.account.login;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The page that asks for confirmation before a logout, and that confirms it afterwards.
 * The logout itself is Spring Security's {@code POST /logout}, with
 * {@link ShopLogoutHandler}.
 */
@Controller
class LogoutController {

	// POST is declared for the Allow header of a 405.
	@RequestMapping(path = "/logout", method = { RequestMethod.GET, RequestMethod.POST })
	String ask() {
		return "account/logout";
	}

}
