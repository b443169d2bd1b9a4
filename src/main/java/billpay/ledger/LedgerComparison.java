package billpay.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import billpay.payment.Payment;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentGateway.Charge;
import billpay.payment.PaymentRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the ledger of the shop and the statement of the gateway, each once, and puts them
 * together entry by entry.
 */
@Component
class LedgerComparison {

	private final PaymentRepository payments;

	private final PaymentGateway gateway;

	LedgerComparison(PaymentRepository payments, PaymentGateway gateway) {
		this.payments = payments;
		this.gateway = gateway;
	}

	// First the charges for which the shop has no payment, then the payments, the latest
	// first. The payments are read first: one is recorded before it is charged and
	// approved after, so that concurrent payments look consistent.
	List<LedgerEntry> entries() {
		List<Payment> payments = new ArrayList<>(this.payments.findAll());
		payments.sort(Comparator.comparing(Payment::createdAt).reversed());
		Map<String, List<Charge>> charges = this.gateway.statement()
			.stream()
			.collect(Collectors.groupingBy(Charge::key, LinkedHashMap::new, Collectors.toList()));
		List<LedgerEntry> paid = payments.stream()
			.map((payment) -> entry(payment.reference(), payment, charges.remove(payment.reference())))
			.toList();
		List<LedgerEntry> entries = new ArrayList<>();
		// A payment may have been recorded and charged after the payments were read.
		charges
			.forEach((key, found) -> entries.add(entry(key, this.payments.findByReference(key).orElse(null), found)));
		entries.addAll(paid);
		return entries;
	}

	private static LedgerEntry entry(String reference, @Nullable Payment payment, @Nullable List<Charge> charges) {
		return (charges != null) ? new LedgerEntry(reference, payment, charges.get(0), charges.size())
				: new LedgerEntry(reference, payment, null, 0);
	}

}
