package billpay.bill;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import billpay.demo.DemoCustomerProvider;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Issues the bills of the month after the latest one to every number, so that a class can
 * repeat the walk. Bills are issued on demand and not by the calendar.
 */
@Component
public class BillRun {

	private static final String NOT_AHEAD_OF_DEMO_CUSTOMERS = """
			and (period <= :thisMonth or number in (select number from phone_number where owner in (:demoCustomers)))
			""";

	private final JdbcClient jdbc;

	private final DemoCustomerProvider customers;

	private final BillProperties properties;

	private final Clock clock;

	BillRun(JdbcClient jdbc, DemoCustomerProvider customers, BillProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.customers = customers;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The month that is issued next. While there are demo customers, a future month
	 * counts as issued only if one of them has a bill for it: a reset takes their bills
	 * back to the current month, and those who have signed up keep theirs.
	 * @return the month after the latest issued one, or the current month when there is
	 * no bill at all
	 */
	public YearMonth nextMonth() {
		YearMonth now = YearMonth.now(this.clock);
		List<String> demoCustomers = this.customers.findDemoNames();
		return this.jdbc
			.sql("select max(period) as latest from bill where number is not null "
					+ ((demoCustomers.isEmpty()) ? "" : NOT_AHEAD_OF_DEMO_CUSTOMERS))
			.param("thisMonth", now.atDay(1))
			.param("demoCustomers", demoCustomers)
			.query((row, index) -> Optional.ofNullable(row.getObject("latest", LocalDate.class)))
			.single()
			.map((latest) -> YearMonth.from(latest).plusMonths(1))
			.orElse(now);
	}

	/**
	 * How many numbers {@link #issue} has still to give a bill.
	 * @param month the month
	 * @return how many numbers have no bill for it
	 */
	public int countNumbersWithout(YearMonth month) {
		return this.jdbc.sql("""
				select count(*) from phone_number n
				where not exists (select 1 from bill b where b.number = n.number and b.period = ?)
				""").param(month.atDay(1)).query(Integer.class).single();
	}

	/**
	 * Issues a bill for a month to every number that has none for it, each for as much as
	 * the number's latest bill. Repeated and concurrent calls issue no second bill.
	 * @param month the next month, or one that was issued before
	 * @return how many were issued, or nothing when the month is not the next one
	 */
	public OptionalInt issue(YearMonth month) {
		YearMonth next = nextMonth();
		if (month.isAfter(next) || (month.isBefore(next) && !isIssued(month))) {
			return OptionalInt.empty();
		}
		return OptionalInt.of(this.jdbc.sql("""
				insert into bill (number, period, amount, due_on)
				select n.number, cast(:period as date), coalesce((select b.amount from bill b where b.number = n.number
					order by b.period desc fetch first 1 rows only), :initialAmount), cast(:dueOn as date)
				from phone_number n
				where not exists (select 1 from bill b where b.number = n.number and b.period = :period)
				on conflict do nothing
				""")
			.param("period", month.atDay(1))
			.param("initialAmount", this.properties.initialAmount())
			.param("dueOn", dueOn(month))
			.update());
	}

	private LocalDate dueOn(YearMonth month) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate issued = (month.atDay(1).isAfter(today)) ? month.atDay(1) : today;
		return issued.plus(Bill.PAYMENT_TERM);
	}

	private boolean isIssued(YearMonth month) {
		return this.jdbc.sql("select count(*) from bill where number is not null and period = ?")
			.param(month.atDay(1))
			.query(Integer.class)
			.single() > 0;
	}

}
