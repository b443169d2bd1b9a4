package billpay.lab.balance;

import java.util.List;
import java.util.Map;

import billpay.lab.http.ServerAddress;
import billpay.web.format.MoneyFormatter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Browser A and browser B on one page. The page carries the ids of both sessions in its
 * address, where two browsers would carry theirs in cookies.
 */
@Controller
class BalanceController {

	private static final int MAX_LENGTH = 64;

	private final BalanceService balances;

	private final BrowserViewFactory views;

	private final MoneyFormatter money;

	BalanceController(BalanceService balances, BrowserViewFactory views, MoneyFormatter money) {
		this.balances = balances;
		this.views = views;
		this.money = money;
	}

	@GetMapping("/lab/browsers")
	String show(@RequestParam(required = false) @Size(max = MAX_LENGTH) @Nullable String a,
			@RequestParam(required = false) @Size(max = MAX_LENGTH) @Nullable String b,
			@RequestParam(defaultValue = "") String changed, HttpServletRequest request, Model model) {
		if (a != null && b != null) {
			model.addAttribute("browsers", List.of(this.views.of(Owner.CHUCK, a, changed.equals(Owner.CHUCK.browser())),
					this.views.of(Owner.JAN, b, changed.equals(Owner.JAN.browser()))));
		}
		model.addAttribute("a", a);
		model.addAttribute("b", b);
		model.addAttribute("actions", BalanceAction.values());
		model.addAttribute("site", ServerAddress.of(request));
		model.addAttribute("amount", this.money.format(BalanceService.AMOUNT));
		model.addAttribute("chuck", this.money.format(Owner.CHUCK.deposit()));
		model.addAttribute("jan", this.money.format(Owner.JAN.deposit()));
		return "lab/browsers";
	}

	@PostMapping("/lab/browsers/sessions")
	String begin(@RequestParam(defaultValue = "") @Size(max = MAX_LENGTH) String a,
			@RequestParam(defaultValue = "") @Size(max = MAX_LENGTH) String b, RedirectAttributes redirect) {
		this.balances.end(a);
		this.balances.end(b);
		redirect.addAllAttributes(Map.of("a", this.balances.begin(Owner.CHUCK), "b", this.balances.begin(Owner.JAN)));
		return "redirect:/lab/browsers";
	}

	@PostMapping("/lab/browsers/actions")
	String perform(@RequestParam BalanceAction action, @RequestParam @Size(max = 1) String browser,
			@RequestParam @Size(max = MAX_LENGTH) String a, @RequestParam @Size(max = MAX_LENGTH) String b,
			RedirectAttributes redirect) {
		boolean first = browser.equals(Owner.CHUCK.browser());
		redirect.addAttribute("a", (first) ? this.balances.perform(action, a, Owner.CHUCK) : a);
		redirect.addAttribute("b", (first) ? b : this.balances.perform(action, b, Owner.JAN));
		redirect.addAttribute("changed", browser);
		return "redirect:/lab/browsers";
	}

}
