package billpay.payment.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import billpay.payment.Payment;
import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.Charge;
import billpay.payment.PaymentRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The ledger of the shop and the statement of the gateway, entry by entry. Which rules an
 * entry breaks says the {@link LedgerReport}. Like it, this holds both in memory.
 */
@Component
public class LedgerComparison {

	private final PaymentRepository payments;

	private final PaymentGateway gateway;

	LedgerComparison(PaymentRepository payments, PaymentGateway gateway) {
		this.payments = payments;
		this.gateway = gateway;
	}

	/**
	 * Finds entries: first the charges for which the shop has no payment, then the
	 * payments, the latest first.
	 * @param offset how many of them to leave out
	 * @param limit how many to return at most
	 * @return the entries
	 */
	public List<Entry> find(int offset, int limit) {
		List<Payment> payments = new ArrayList<>(this.payments.all());
		payments.sort(Comparator.comparing(Payment::createdAt).reversed());
		Map<String, List<Charge>> charges = this.gateway.statement()
			.stream()
			.collect(Collectors.groupingBy(Charge::key, LinkedHashMap::new, Collectors.toList()));
		List<Entry> paid = payments.stream()
			.map((payment) -> entry(payment.reference(), payment, charges.remove(payment.reference())))
			.toList();
		List<Entry> entries = new ArrayList<>();
		// A payment may have been recorded and charged after the payments were read.
		charges.forEach((key, found) -> entries.add(entry(key, this.payments.find(key).orElse(null), found)));
		entries.addAll(paid);
		return entries.stream().skip(offset).limit(limit).toList();
	}

	private static Entry entry(String reference, @Nullable Payment payment, @Nullable List<Charge> charges) {
		return (charges != null) ? new Entry(reference, payment, charges.get(0), charges.size())
				: new Entry(reference, payment, null, 0);
	}

	/**
	 * What stands in both ledgers under one reference.
	 *
	 * @param reference names the payment, and the charge
	 * @param payment what the shop has, {@code null} for nothing
	 * @param charge what the gateway has, {@code null} for nothing
	 * @param charges how often the gateway has charged it
	 */
	public record Entry(String reference, @Nullable Payment payment, @Nullable Charge charge, int charges) {

		/**
		 * Whether the two say the same. Of a payment that is pending the gateway may have
		 * a charge already, and of a declined one it has none.
		 * @return {@code false} for a difference
		 */
		public boolean matches() {
			if (this.payment == null) {
				return false;
			}
			if (this.charge == null) {
				return this.payment.status() != Status.APPROVED;
			}
			return this.payment.status() != Status.DECLINED && this.payment.total().compareTo(this.charge.amount()) == 0
					&& this.payment.currency().equals(this.charge.currency());
		}

	}

}
