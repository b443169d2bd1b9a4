package billpay.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import billpay.bill.PhoneNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of payments in the database. They are written with the payment and do not
 * change.
 */
@Repository
public class PaymentLineRepository {

	private final JdbcClient jdbc;

	PaymentLineRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes what a payment is for.
	 * @param reference the payment
	 * @param lines the lines, in the order of the receipt
	 */
	public void insert(String reference, List<Payment.Line> lines) {
		int position = 0;
		for (Payment.Line line : lines) {
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
	 * What a payment is for.
	 * @param reference the payment
	 * @return its lines, in the order of the receipt
	 */
	public List<Payment.Line> findByPayment(String reference) {
		return this.jdbc.sql("""
				select number, bill, add_on, quantity, unit_price, amount from payment_line
				where payment = ? order by position
				""").param(reference).query(PaymentLineRepository::line).list();
	}

	private static Payment.Line line(ResultSet row, int index) throws SQLException {
		return new Payment.Line(new PhoneNumber(row.getString("number")), row.getObject("bill", Long.class),
				row.getString("add_on"), row.getInt("quantity"), row.getBigDecimal("unit_price"),
				row.getBigDecimal("amount"));
	}

}
