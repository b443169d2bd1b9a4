package billpay.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import billpay.payment.Payment.Status;
import billpay.payment.PaymentGateway.ChargeResult;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The payments in the database, without their lines. A payment is inserted as pending,
 * and its status changes once.
 */
@Repository
public class PaymentRepository {

	private static final String SELECT = """
			select reference, customer, cart, status, total, currency, brand, last_four, created_at, asked from payment
			""";

	private final JdbcClient jdbc;

	PaymentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Inserts a payment before the gateway is called.
	 * @param payment the payment, pending
	 * @param askAt when to inquire about it, if it is still pending
	 * @throws org.springframework.dao.DuplicateKeyException when the cart has a payment
	 * already that has not been declined
	 */
	public void insert(Payment payment, OffsetDateTime askAt) {
		this.jdbc.sql("""
				insert into payment (reference, customer, cart, open_cart, status, total, currency, brand, last_four,
					created_at, ask_at)
				values (?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?)
				""")
			.params(payment.reference(), payment.customer(), payment.cart(), payment.cart(), payment.total(),
					payment.currency(), payment.brand(), payment.lastFour(), payment.createdAt(), askAt)
			.update();
	}

	/**
	 * Settles a pending payment.
	 * @param reference the payment
	 * @param end approved or declined
	 * @param result what the gateway said
	 * @param at when
	 * @return {@code false} when it was settled before, and nothing was changed
	 */
	public boolean settle(String reference, Status end, ChargeResult result, OffsetDateTime at) {
		return this.jdbc.sql("""
				update payment set status = :end, answer = :answer, settled_at = :at, ask_at = null,
					open_cart = case when :end = 'APPROVED' then cart end
				where reference = :reference and status = 'PENDING'
				""")
			.param("end", end.name())
			.param("answer", result.name())
			.param("at", at)
			.param("reference", reference)
			.update() == 1;
	}

	/**
	 * The status of a payment.
	 * @param reference the payment
	 * @return its status, nothing when there is no such payment
	 */
	public Optional<Status> findStatus(String reference) {
		return this.jdbc.sql("select status from payment where reference = ?")
			.param(reference)
			.query(Status.class)
			.optional();
	}

	/**
	 * The payment of a cart.
	 * @param cart the cart's id
	 * @param customer whose it must be
	 * @return the payment, pending or approved; nothing when the cart can be paid
	 */
	public Optional<Payment> findByCart(String cart, String customer) {
		return this.jdbc.sql(SELECT + "where open_cart = ? and customer = ?")
			.params(cart, customer)
			.query(PaymentRepository::payment)
			.optional();
	}

	/**
	 * Pending payments that are due for an inquiry.
	 * @param now the time
	 * @param limit how many at most
	 * @return the payments, the longest due first
	 */
	public List<PendingPayment> findDueForInquiry(OffsetDateTime now, int limit) {
		return this.jdbc.sql(SELECT + "where ask_at <= ? order by ask_at fetch first ? rows only")
			.params(now, limit)
			.query((row, index) -> new PendingPayment(payment(row, index), row.getInt("asked")))
			.list();
	}

	/**
	 * Claims a payment for an inquiry. Of several nodes that try, one succeeds.
	 * @param reference the payment
	 * @param now the time
	 * @param next when it is due again, if it is still pending
	 * @return {@code false} when it is settled or claimed by another node
	 */
	public boolean claim(String reference, OffsetDateTime now, OffsetDateTime next) {
		return this.jdbc.sql("update payment set ask_at = ?, asked = asked + 1 where reference = ? and ask_at <= ?")
			.params(next, reference, now)
			.update() == 1;
	}

	/**
	 * A payment of a customer.
	 * @param reference the payment
	 * @param customer whose it must be
	 * @return the payment; nothing when there is none, or it is another customer's
	 */
	public Optional<Payment> findByReferenceAndCustomer(String reference, String customer) {
		return this.jdbc.sql(SELECT + "where reference = ? and customer = ?")
			.params(reference, customer)
			.query(PaymentRepository::payment)
			.optional();
	}

	/**
	 * Every payment of every customer, for the ledger comparison.
	 * @return the payments, in no order
	 */
	public List<Payment> findAll() {
		return this.jdbc.sql(SELECT).query(PaymentRepository::payment).list();
	}

	/**
	 * A payment of any customer, for the ledger comparison.
	 * @param reference the payment
	 * @return the payment, nothing when there is none
	 */
	public Optional<Payment> findByReference(String reference) {
		return this.jdbc.sql(SELECT + "where reference = ?")
			.param(reference)
			.query(PaymentRepository::payment)
			.optional();
	}

	/**
	 * A part of a customer's history, the latest first.
	 * @param customer the customer
	 * @param offset how many to pass over
	 * @param limit how many at most
	 * @return the payments
	 */
	public List<Payment> findByCustomer(String customer, long offset, int limit) {
		return this.jdbc.sql(SELECT + """
				where customer = ? and status <> 'DECLINED' and archived = false
				order by created_at desc, reference offset ? rows fetch next ? rows only
				""").params(customer, offset, limit).query(PaymentRepository::payment).list();
	}

	private static Payment payment(ResultSet row, int index) throws SQLException {
		return new Payment(row.getString("reference"), row.getString("customer"), row.getString("cart"),
				Status.valueOf(row.getString("status")), row.getBigDecimal("total"), row.getString("currency"),
				row.getString("brand"), row.getString("last_four"), row.getObject("created_at", OffsetDateTime.class));
	}

	/**
	 * A payment whose outcome is not known.
	 *
	 * @param payment the payment
	 * @param attempts how often the gateway has been asked what became of it
	 */
	public record PendingPayment(Payment payment, int attempts) {
	}

}
