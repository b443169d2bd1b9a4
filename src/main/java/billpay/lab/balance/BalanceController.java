package billpay.lab.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import billpay.web.format.MoneyFormatter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Browser A and browser B on one page. The page carries the ids of both sessions in its
 * address, as two browsers would carry theirs in cookies.
 */
@Controller
class BalanceController {

	private static final int SHORT = 6;

	private final BalanceService balances;

	private final MoneyFormatter money;

	BalanceController(BalanceService balances, MoneyFormatter money) {
		this.balances = balances;
		this.money = money;
	}

	@GetMapping("/lab/browsers")
	String show(@RequestParam(required = false) @Nullable String a, @RequestParam(required = false) @Nullable String b,
			Model model) {
		boolean begun = a != null && b != null;
		model.addAttribute("browsers", (begun) ? List.of(view(Owner.CHUCK, a), view(Owner.JAN, b)) : List.of());
		model.addAttribute("actions", Action.values());
		model.addAttribute("amount", this.money.format(BalanceService.AMOUNT));
		return "lab/browsers";
	}

	@PostMapping("/lab/browsers/sessions")
	String begin(RedirectAttributes redirect) {
		redirect.addAllAttributes(Map.of("a", this.balances.begin(Owner.CHUCK), "b", this.balances.begin(Owner.JAN)));
		return "redirect:/lab/browsers";
	}

	@PostMapping("/lab/browsers/actions")
	String perform(@RequestParam Action action, @RequestParam String browser, @RequestParam String a,
			@RequestParam String b, RedirectAttributes redirect) {
		boolean first = browser.equals(Owner.CHUCK.browser());
		redirect.addAttribute("a", (first) ? this.balances.perform(action, a, Owner.CHUCK) : a);
		redirect.addAttribute("b", (first) ? b : this.balances.perform(action, b, Owner.JAN));
		return "redirect:/lab/browsers";
	}

	private BrowserView view(Owner owner, String id) {
		Optional<SessionBalance> found = this.balances.find(id);
		BigDecimal left = found.map(SessionBalance::amount).orElse(BigDecimal.ZERO);
		BigDecimal paidOut = found.map(this.balances::paidOut).orElse(BigDecimal.ZERO);
		return new BrowserView(owner.browser(), owner.name().toLowerCase(Locale.ROOT), id,
				id.substring(0, Math.min(SHORT, id.length())), this.balances.nodeOf(id), found.isPresent(),
				this.money.format(left), this.money.format(paidOut), this.money.format(owner.deposit()),
				found.map(SessionBalance::event).orElse("unknown"), left.add(paidOut).compareTo(owner.deposit()) > 0);
	}

}
