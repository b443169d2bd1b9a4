package billpay.ledger;

import java.time.OffsetDateTime;
import java.util.List;

import billpay.ledger.LedgerReport.Finding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The checks of the {@link LedgerReport} that the database can do. Each is one statement,
 * so that its result is consistent while payments are being made. They read the tables of
 * bills and payments themselves: an audit by way of the code that wrote the rows would
 * repeat its errors.
 */
@Repository
class LedgerRepository {

	/** So many inquiries take some minutes; a working gateway has answered by then. */
	private static final int STUCK_AFTER_ATTEMPTS = 10;

	private final JdbcClient jdbc;

	LedgerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	// Bills that are paid beyond their amount, or whose paid amount differs from their
	// payments.
	List<Finding> findWrongBills() {
		return this.jdbc.sql("""
				select b.id, b.amount, b.paid, coalesce(l.paid, 0.00) as paid_by_lines
				from bill b left join (
					select l.bill, sum(l.amount) as paid,
						sum(case when p.status = 'PENDING' then l.amount else 0 end) as being_paid
					from payment_line l join payment p on p.reference = l.payment
					where p.status <> 'DECLINED' and l.bill is not null group by l.bill
				) l on l.bill = b.id
				where b.paid > b.amount or coalesce(l.paid, 0) > b.amount or b.paid <> coalesce(l.paid, 0)
					or b.being_paid <> coalesce(l.being_paid, 0)
				order by b.id
				""")
			.query((row, index) -> new Finding(1, "bill-wrongly-paid", row.getString("id"),
					row.getBigDecimal("amount").toPlainString(), row.getBigDecimal("paid").toPlainString(),
					row.getBigDecimal("paid_by_lines").toPlainString()))
			.list();
	}

	// Payments whose total is not the sum of their lines.
	List<Finding> findWrongTotals() {
		return this.jdbc.sql("""
				select p.reference, p.total, coalesce(sum(l.amount), 0.00) as of_lines
				from payment p left join payment_line l on l.payment = p.reference
				group by p.reference, p.total having p.total <> coalesce(sum(l.amount), 0)
				order by p.reference
				""")
			.query((row, index) -> new Finding(1, "total-wrong", row.getString("reference"),
					row.getBigDecimal("total").toPlainString(), row.getBigDecimal("of_lines").toPlainString()))
			.list();
	}

	// Payments that are still pending after many inquiries.
	List<Finding> findUndecided() {
		return this.jdbc.sql("""
				select reference, created_at, asked from payment
				where status = 'PENDING' and asked >= ? order by reference
				""")
			.param(STUCK_AFTER_ATTEMPTS)
			.query((row, index) -> new Finding(3, "undecided", row.getString("reference"),
					row.getObject("created_at", OffsetDateTime.class).toInstant().toString(), row.getString("asked")))
			.list();
	}

}
