package billpay.lab.balance;

import java.math.BigDecimal;
import java.util.Locale;

import billpay.lab.balance.BalanceService.Found;
import billpay.lab.balance.BrowserView.EntryView;
import billpay.web.format.MoneyFormatter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes what the page shows of the two browsers.
 */
@Component
class BrowserViewFactory {

	private static final int SHORT = 6;

	private final BalanceService balances;

	private final MoneyFormatter money;

	BrowserViewFactory(BalanceService balances, MoneyFormatter money) {
		this.balances = balances;
		this.money = money;
	}

	BrowserView of(Owner owner, String id, boolean changed) {
		Found found = this.balances.find(id).orElse(null);
		String event = (found != null) ? found.balance().event().name().toLowerCase(Locale.ROOT).replace('_', '-')
				: "unknown";
		return new BrowserView(owner.browser(), id, shortened(id), event, this.money.format(owner.deposit()),
				entry(owner, found, changed), (found != null) ? previous(owner, found.balance().previous()) : null);
	}

	private @Nullable EntryView previous(Owner owner, @Nullable String id) {
		return (id != null) ? entry(owner, this.balances.find(id).orElse(null), false) : null;
	}

	private @Nullable EntryView entry(Owner owner, @Nullable Found found, boolean changed) {
		if (found == null) {
			return null;
		}
		BigDecimal left = found.balance().amount();
		BigDecimal paidOut = this.balances.paidOut(found.balance());
		return new EntryView(shortened(found.session().getId()), found.node() + 1,
				owner.name().toLowerCase(Locale.ROOT), this.money.format(left), changed, this.money.format(paidOut),
				left.add(paidOut).compareTo(owner.deposit()) > 0);
	}

	private static String shortened(String id) {
		return id.substring(0, Math.min(SHORT, id.length()));
	}

}
