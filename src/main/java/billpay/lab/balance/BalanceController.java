package billpay.lab.balance;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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

	private final BalanceSessions sessions;

	private final MoneyFormatter money;

	BalanceController(BalanceSessions sessions, MoneyFormatter money) {
		this.sessions = sessions;
		this.money = money;
	}

	@GetMapping("/lab/browsers")
	String show(@RequestParam(required = false) @Nullable String a, @RequestParam(required = false) @Nullable String b,
			Model model) {
		boolean begun = a != null && b != null;
		model.addAttribute("browsers", (begun) ? List.of(view(Owner.CHUCK, a), view(Owner.JAN, b)) : List.of());
		model.addAttribute("actions", Action.values());
		model.addAttribute("amount", this.money.format(BalanceSessions.AMOUNT));
		return "lab/browsers";
	}

	@PostMapping("/lab/browsers/sessions")
	String begin(RedirectAttributes redirect) {
		redirect.addAllAttributes(Map.of("a", this.sessions.open(Owner.CHUCK), "b", this.sessions.open(Owner.JAN)));
		return "redirect:/lab/browsers";
	}

	@PostMapping("/lab/browsers/actions")
	String perform(@RequestParam Action action, @RequestParam String browser, @RequestParam String a,
			@RequestParam String b, RedirectAttributes redirect) {
		boolean first = browser.equals(Owner.CHUCK.browser());
		redirect.addAttribute("a", (first) ? this.sessions.perform(action, a, Owner.CHUCK) : a);
		redirect.addAttribute("b", (first) ? b : this.sessions.perform(action, b, Owner.JAN));
		return "redirect:/lab/browsers";
	}

	private BrowserView view(Owner owner, String id) {
		Account account = this.sessions.find(id);
		Account shown = (account != null) ? account : Account.opened(owner);
		return new BrowserView(owner.browser(), owner.name().toLowerCase(Locale.ROOT), id,
				id.substring(0, Math.min(SHORT, id.length())), account != null, this.money.format(shown.balance()),
				this.money.format(shown.paidOut()), this.money.format(owner.deposit()),
				(account != null) ? shown.event() : "unknown",
				shown.balance().add(shown.paidOut()).compareTo(owner.deposit()) > 0);
	}

}
