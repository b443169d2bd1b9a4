package billpay.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import billpay.bill.PhoneNumber;
import billpay.cart.Quote;
import billpay.payment.Payment.Status;
import billpay.web.Money;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger: every payment and what it was for.
 */
@Repository
class Payments {

	private static final String SELECT = """
			select reference, customer, status, total, brand, last_four, created_at from payment
			""";

	private final JdbcClient jdbc;

	private final Money money;

	private final Clock clock;

	Payments(JdbcClient jdbc, Money money, Clock clock) {
		this.jdbc = jdbc;
		this.money = money;
		this.clock = clock;
	}

	/**
	 * Writes a payment that the gateway has not been asked for yet.
	 * @param reference its name
	 * @param customer who pays
	 * @param quote what for
	 * @param card with which card
	 */
	void record(String reference, String customer, Quote quote, Card card) {
		this.jdbc.sql("""
				insert into payment (reference, customer, status, total, currency, brand, last_four, created_at)
				values (?, ?, 'PENDING', ?, ?, ?, ?, ?)
				""")
			.params(reference, customer, quote.total(), this.money.getCurrency(), card.brand().displayName(),
					card.lastFour(), OffsetDateTime.now(this.clock))
			.update();
		int position = 0;
		for (Quote.Line line : quote.lines()) {
			position++;
			this.jdbc.sql("""
					insert into payment_line (payment, position, number, bill, add_on, quantity, unit_price, amount)
					values (?, ?, ?, ?, ?, ?, ?, ?)
					""")
				.params(Arrays.asList(reference, position, line.number().e164(), line.billId(), line.addOn(),
						line.quantity(), line.unitPrice(), line.amount()))
				.update();
		}
	}

	/**
	 * Writes what became of a payment.
	 * @param reference the payment
	 * @param status the end of it
	 * @throws IllegalStateException when it had ended before
	 */
	void settle(String reference, Status status) {
		int changed = this.jdbc
			.sql("update payment set status = ?, settled_at = ? where reference = ? and status = 'PENDING'")
			.params(status.name(), OffsetDateTime.now(this.clock), reference)
			.update();
		if (changed != 1) {
			throw new IllegalStateException("Payment " + reference + " is not pending");
		}
	}

	/**
	 * A payment of a customer for which there is a receipt, or will be.
	 * @param reference the payment
	 * @param customer whose it must be
	 * @return the payment; nothing when it is somebody else's, declined or none
	 */
	Optional<Payment> find(String reference, String customer) {
		return this.jdbc.sql(SELECT + "where reference = ? and customer = ? and status <> 'DECLINED'")
			.params(reference, customer)
			.query(Payments::payment)
			.optional();
	}

	List<Payment.Line> linesOf(String reference) {
		return this.jdbc.sql("""
				select l.number, l.bill, b.period, l.add_on, l.quantity, l.unit_price, l.amount
				from payment_line l left join bill b on b.id = l.bill
				where l.payment = ? order by l.position
				""").param(reference).query(Payments::line).list();
	}

	/**
	 * A part of a customer's history, the latest first.
	 * @param customer the customer
	 * @param offset how many to pass over
	 * @param limit how many at most
	 * @return the payments
	 */
	List<Payment> of(String customer, long offset, int limit) {
		return this.jdbc.sql(SELECT + """
				where customer = ? and status <> 'DECLINED' and archived = false
				order by created_at desc, reference offset ? rows fetch next ? rows only
				""").params(customer, offset, limit).query(Payments::payment).list();
	}

	private static Payment payment(ResultSet row, int index) throws SQLException {
		return new Payment(row.getString("reference"), row.getString("customer"),
				Status.valueOf(row.getString("status")), row.getBigDecimal("total"), row.getString("brand"),
				row.getString("last_four"), row.getObject("created_at", OffsetDateTime.class));
	}

	private static Payment.Line line(ResultSet row, int index) throws SQLException {
		return new Payment.Line(new PhoneNumber(row.getString("number")), row.getObject("bill", Long.class),
				row.getObject("period", LocalDate.class), row.getString("add_on"), row.getInt("quantity"),
				row.getBigDecimal("unit_price"), row.getBigDecimal("amount"));
	}

}
