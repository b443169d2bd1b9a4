package billpay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import billpay.payment.Payment;
import billpay.payment.Payment.Status;

import org.springframework.stereotype.Component;

/**
 * Compares the shop's ledger with the gateway's statement and reports every row that
 * breaks a rule: (1) the payments of a bill never exceed its amount; (2) a cart is
 * charged at most once; (3) every charge belongs to exactly one payment, and no payment
 * stays pending.
 * <p>
 * It only reads, and may run while the shop does. It holds both ledgers in memory, a few
 * hundred bytes for each payment.
 */
@Component
public class LedgerReport {

	private final LedgerRepository ledger;

	private final LedgerComparison comparison;

	LedgerReport(LedgerRepository ledger, LedgerComparison comparison) {
		this.ledger = ledger;
		this.comparison = comparison;
	}

	/**
	 * Compares the two ledgers as they are now.
	 * @return the counts and the violations
	 */
	public Findings create() {
		List<Finding> findings = new ArrayList<>(this.ledger.findWrongBills());
		findings.addAll(this.ledger.findWrongTotals());
		findings.addAll(this.ledger.findUndecided());
		List<LedgerEntry> entries = this.comparison.entries();
		findings.addAll(cartsChargedTwice(entries));
		entries.stream().map(LedgerEntry::finding).filter(Objects::nonNull).forEach(findings::add);
		Map<Status, Long> counts = entries.stream()
			.map(LedgerEntry::payment)
			.filter(Objects::nonNull)
			.collect(Collectors.groupingBy(Payment::status, Collectors.counting()));
		int charges = (int) entries.stream().filter((entry) -> entry.charge() != null).count();
		return new Findings(counts.getOrDefault(Status.APPROVED, 0L), counts.getOrDefault(Status.DECLINED, 0L),
				counts.getOrDefault(Status.PENDING, 0L), charges, findings, entries);
	}

	private static List<Finding> cartsChargedTwice(List<LedgerEntry> entries) {
		Map<String, List<String>> chargesOfCarts = entries.stream()
			.filter((entry) -> entry.charge() != null && entry.payment() != null && entry.payment().cart() != null)
			.collect(Collectors.groupingBy((entry) -> entry.payment().cart(), TreeMap::new,
					Collectors.mapping(LedgerEntry::reference, Collectors.toList())));
		return chargesOfCarts.entrySet()
			.stream()
			.filter((cart) -> cart.getValue().size() > 1)
			.map((cart) -> new Finding(2, "cart-charged-twice", cart.getKey(), String.join(", ", cart.getValue())))
			.toList();
	}

	/**
	 * What a report says.
	 *
	 * @param approved how many payments of the shop were approved
	 * @param declined how many were declined
	 * @param undecided how many are being confirmed
	 * @param charges how many charges the gateway has made
	 * @param violations the rows that break a rule
	 * @param entries both ledgers: first the charges for which the shop has no payment,
	 * then the payments, the latest first
	 */
	public record Findings(long approved, long declined, long undecided, int charges, List<Finding> violations,
			List<LedgerEntry> entries) {

		public boolean isClean() {
			return this.violations.isEmpty();
		}

		/**
		 * The summary.
		 * @return a message key
		 */
		public String messageKey() {
			return (isClean()) ? "ledger.clean" : "ledger.broken";
		}

		/**
		 * The arguments of the message.
		 * @return the counts
		 */
		public Object[] arguments() {
			return new Object[] { this.approved, this.declined, this.undecided, this.charges, this.violations.size() };
		}

		/**
		 * What breaks one rule.
		 * @param rule 1, 2 or 3
		 * @return a finding for each row
		 */
		public List<Finding> violationsOf(int rule) {
			return this.violations.stream().filter((finding) -> finding.rule() == rule).toList();
		}

	}

	/**
	 * A row that breaks a rule.
	 *
	 * @param rule which: 1 for bills, 2 for carts, 3 for charges
	 * @param problem how it breaks it, as the end of a message key
	 * @param row the bill, cart, payment or key
	 * @param details the further arguments of the message
	 */
	public record Finding(int rule, String problem, String row, Object... details) {

		/**
		 * The sentence that describes it.
		 * @return a message key
		 */
		public String messageKey() {
			return "ledger." + this.problem;
		}

		/**
		 * The arguments of the message.
		 * @return the row and what else is known
		 */
		public Object[] arguments() {
			Object[] arguments = new Object[this.details.length + 1];
			arguments[0] = this.row;
			System.arraycopy(this.details, 0, arguments, 1, this.details.length);
			return arguments;
		}

	}

}
