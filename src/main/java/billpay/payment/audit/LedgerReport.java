package billpay.payment.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.Charge;
import billpay.payment.PaymentRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Compares the shop's ledger with the gateway's statement and reports every row that
 * breaks a rule: the payments of a bill never exceed its amount; a cart is charged at
 * most once; every charge belongs to exactly one payment, and no payment stays pending.
 * <p>
 * It only reads, and may run while the shop does. It holds both ledgers in memory, a few
 * hundred bytes for each payment.
 */
@Component
public class LedgerReport {

	private final LedgerRepository ledger;

	private final PaymentRepository payments;

	private final PaymentGateway gateway;

	LedgerReport(LedgerRepository ledger, PaymentRepository payments, PaymentGateway gateway) {
		this.ledger = ledger;
		this.payments = payments;
		this.gateway = gateway;
	}

	/**
	 * Compares the two ledgers as they are now.
	 * @return the counts and the violations
	 */
	public Findings create() {
		// In this order: a payment is written before it is charged and approved after,
		// so that concurrent payments look consistent.
		List<Finding> findings = new ArrayList<>(this.ledger.wrongBills());
		findings.addAll(this.ledger.wrongTotals());
		findings.addAll(this.ledger.undecided());
		Map<String, Payment> payments = this.payments.all()
			.stream()
			.collect(Collectors.toMap(Payment::reference, Function.identity()));
		Map<String, Charge> charges = new LinkedHashMap<>();
		for (Charge charge : this.gateway.statement()) {
			if (charges.put(charge.key(), charge) != null) {
				findings.add(new Finding(3, "charged-twice", charge.key(), text(charge.amount())));
			}
		}
		findings.addAll(cartsChargedTwice(payments, charges));
		for (Charge charge : charges.values()) {
			add(findings, wrongCharge(charge, payments.get(charge.key())));
		}
		for (Payment payment : payments.values()) {
			add(findings, wrongPayment(payment, charges.get(payment.reference())));
		}
		Map<Status, Long> counts = payments.values()
			.stream()
			.collect(Collectors.groupingBy(Payment::status, Collectors.counting()));
		return new Findings(counts.getOrDefault(Status.APPROVED, 0L), counts.getOrDefault(Status.DECLINED, 0L),
				counts.getOrDefault(Status.PENDING, 0L), charges.size(), findings);
	}

	private static void add(List<Finding> findings, @Nullable Finding finding) {
		if (finding != null) {
			findings.add(finding);
		}
	}

	private static List<Finding> cartsChargedTwice(Map<String, Payment> payments, Map<String, Charge> charges) {
		Map<String, List<String>> chargesOfCarts = new TreeMap<>();
		for (Payment payment : payments.values()) {
			if (payment.cart() != null && charges.containsKey(payment.reference())) {
				chargesOfCarts.computeIfAbsent(payment.cart(), (cart) -> new ArrayList<>()).add(payment.reference());
			}
		}
		return chargesOfCarts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() > 1)
			.map((entry) -> new Finding(2, "cart-charged-twice", entry.getKey(), String.join(", ", entry.getValue())))
			.toList();
	}

	private @Nullable Finding wrongCharge(Charge charge, @Nullable Payment known) {
		Payment payment = (known != null) ? known : this.payments.find(charge.key()).orElse(null);
		if (payment == null) {
			return new Finding(3, "charge-without-payment", charge.key(), text(charge.amount()));
		}
		if (payment.total().compareTo(charge.amount()) != 0 || !payment.currency().equals(charge.currency())) {
			return new Finding(3, "charge-of-another-amount", charge.key(), text(charge.amount()),
					text(payment.total()));
		}
		return (payment.status() == Status.DECLINED)
				? new Finding(3, "charge-of-declined", charge.key(), text(charge.amount())) : null;
	}

	private static @Nullable Finding wrongPayment(Payment payment, @Nullable Charge charge) {
		if (payment.status() == Status.APPROVED && charge == null) {
			return new Finding(3, "payment-without-charge", payment.reference(), text(payment.total()));
		}
		return null;
	}

	private static String text(BigDecimal amount) {
		return amount.toPlainString();
	}

	/**
	 * What a report says.
	 *
	 * @param approved how many payments of the shop were approved
	 * @param declined how many were declined
	 * @param undecided how many are being confirmed
	 * @param charges how many charges the gateway has made
	 * @param violations the rows that break a rule
	 */
	public record Findings(long approved, long declined, long undecided, int charges, List<Finding> violations) {

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
