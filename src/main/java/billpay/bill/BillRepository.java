package billpay.bill;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The bills in the database. A withdrawn bill is no longer found by its number.
 */
@Repository
public class BillRepository {

	private static final String SELECT = """
			select id, coalesce(number, withdrawn_from) as its_number, period, amount, paid, being_paid, due_on,
				(number is null) as withdrawn
			from bill
			""";

	private final JdbcClient jdbc;

	BillRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The unpaid bills of a number. A bill counts as paid when its payments are approved;
	 * while one is pending, the bill is unpaid.
	 * @param number the number
	 * @return the bills, the oldest first
	 */
	public List<Bill> findUnpaidByNumber(PhoneNumber number) {
		return this.jdbc.sql(SELECT + "where number = ? and paid - being_paid < amount order by period")
			.param(number.e164())
			.query(BillRepository::bill)
			.list();
	}

	List<Bill> findByNumbers(Collection<PhoneNumber> numbers) {
		return (numbers.isEmpty()) ? List.of()
				: this.jdbc.sql(SELECT + "where number in (:numbers) order by period")
					.param("numbers", numbers.stream().map(PhoneNumber::e164).toList())
					.query(BillRepository::bill)
					.list();
	}

	/**
	 * Bills by their ids, including paid and withdrawn ones.
	 * @param ids the ids
	 * @return those that exist, in no order
	 */
	public List<Bill> findByIds(Collection<Long> ids) {
		return (ids.isEmpty()) ? List.of()
				: this.jdbc.sql(SELECT + "where id in (:ids)").param("ids", ids).query(BillRepository::bill).list();
	}

	/**
	 * Reserves an amount of what is owed for a payment. The statement itself checks the
	 * amount, so that of two concurrent payments one is refused.
	 * @param id the bill's id
	 * @param amount the amount
	 * @return {@code false} when less than the amount is left, or the bill was withdrawn
	 */
	public boolean reserve(long id, BigDecimal amount) {
		return this.jdbc.sql("""
				update bill set paid = paid + :amount, being_paid = being_paid + :amount
				where id = :id and number is not null and paid + :amount <= amount
				""").param("amount", amount).param("id", id).update() == 1;
	}

	/**
	 * Captures what was reserved: the payment was approved.
	 * @param id the bill's id
	 * @param amount the amount
	 */
	public void capture(long id, BigDecimal amount) {
		this.jdbc.sql("update bill set being_paid = being_paid - :amount where id = :id")
			.param("amount", amount)
			.param("id", id)
			.update();
	}

	/**
	 * Releases what was reserved: the payment was declined.
	 * @param id the bill's id
	 * @param amount the amount
	 */
	public void release(long id, BigDecimal amount) {
		this.jdbc.sql("update bill set paid = paid - :amount, being_paid = being_paid - :amount where id = :id")
			.param("amount", amount)
			.param("id", id)
			.update();
	}

	void issue(PhoneNumber number, LocalDate period, BigDecimal amount, LocalDate dueOn) {
		this.jdbc.sql("insert into bill (number, period, amount, paid, due_on) values (?, ?, ?, 0, ?)")
			.params(number.e164(), period, amount, dueOn)
			.update();
	}

	private static Bill bill(ResultSet row, int index) throws SQLException {
		return new Bill(row.getLong("id"), new PhoneNumber(row.getString("its_number")),
				row.getObject("period", LocalDate.class), row.getBigDecimal("amount"), row.getBigDecimal("paid"),
				row.getBigDecimal("being_paid"), row.getObject("due_on", LocalDate.class), row.getBoolean("withdrawn"));
	}

}
