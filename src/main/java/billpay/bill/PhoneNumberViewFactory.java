package billpay.bill;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import billpay.bill.PhoneNumberView.BillSummary;
import billpay.web.format.LocalizedDateFormatter;
import billpay.web.format.MoneyFormatter;

import org.springframework.stereotype.Component;

/**
 * Prepares the numbers that the lookup page offers: those of the customer and the one
 * looked up last.
 */
@Component
class PhoneNumberViewFactory {

	private final PhoneNumberRepository numbers;

	private final BillRepository bills;

	private final MoneyFormatter money;

	private final LocalizedDateFormatter dates;

	private final Clock clock;

	PhoneNumberViewFactory(PhoneNumberRepository numbers, BillRepository bills, MoneyFormatter money,
			LocalizedDateFormatter dates, Clock clock) {
		this.numbers = numbers;
		this.bills = bills;
		this.money = money;
		this.dates = dates;
		this.clock = clock;
	}

	// In two queries, however many numbers there are.
	List<PhoneNumberView> of(String owner, Optional<PhoneNumber> last) {
		List<PhoneNumber> own = this.numbers.findByOwner(owner);
		List<PhoneNumber> offered = new ArrayList<>(own);
		last.filter((number) -> !own.contains(number)).ifPresent(offered::add);
		Map<PhoneNumber, List<Bill>> bills = this.bills.findByNumbers(offered)
			.stream()
			.collect(Collectors.groupingBy(Bill::number));
		return offered.stream()
			.map((number) -> new PhoneNumberView(number.toString(), number.e164(), own.contains(number),
					billSummaries(bills.getOrDefault(number, List.of()))))
			.toList();
	}

	private List<BillSummary> billSummaries(List<Bill> bills) {
		LocalDate today = LocalDate.now(this.clock);
		List<BillSummary> billSummaries = new ArrayList<>();
		addOwed("overdue", bills.stream().filter((bill) -> bill.isOverdue(today)).toList(), billSummaries);
		addOwed("due", bills.stream().filter((bill) -> bill.isOwed() && !bill.isOverdue(today)).toList(),
				billSummaries);
		if (bills.stream().anyMatch((bill) -> bill.beingPaid().signum() > 0)) {
			billSummaries.add(new BillSummary("being-paid", "", ""));
		}
		if (billSummaries.isEmpty()) {
			billSummaries.add(new BillSummary((bills.isEmpty()) ? "none" : "paid", "", ""));
		}
		return billSummaries;
	}

	private void addOwed(String status, List<Bill> bills, List<BillSummary> billSummaries) {
		if (!bills.isEmpty()) {
			TreeSet<LocalDate> days = bills.stream().map(Bill::dueOn).collect(Collectors.toCollection(TreeSet::new));
			BigDecimal owed = bills.stream().map(Bill::owed).reduce(BigDecimal.ZERO, BigDecimal::add);
			billSummaries.add(new BillSummary((days.size() > 1) ? status + "-several" : status, this.money.format(owed),
					this.dates.date(days.first())));
		}
	}

}
