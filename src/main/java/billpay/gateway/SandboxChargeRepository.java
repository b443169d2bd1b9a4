package billpay.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import billpay.payment.PaymentGateway.Charge;
import billpay.payment.PaymentGateway.ChargeResult;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The charges of the sandbox gateway: one for each key, written once, without card
 * numbers.
 */
@Repository
class SandboxChargeRepository {

	private static final String SELECT = "select idempotency_key, amount, currency, answer, answered_at from sandbox_charge ";

	private final JdbcClient jdbc;

	SandboxChargeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	// Returns the first entry under the key, which may be for another amount.
	Entry findOrCreate(Charge charge, ChargeResult result, Instant respondsAt) {
		this.jdbc.sql("""
				insert into sandbox_charge (idempotency_key, amount, currency, answer, answered_at)
				values (?, ?, ?, ?, ?) on conflict do nothing
				""")
			.params(charge.key(), charge.amount(), charge.currency(), result.name(),
					OffsetDateTime.ofInstant(respondsAt, ZoneOffset.UTC))
			.update();
		return this.jdbc.sql(SELECT + "where idempotency_key = ?")
			.param(charge.key())
			.query(SandboxChargeRepository::entry)
			.single();
	}

	List<Charge> findApproved() {
		return this.jdbc.sql(SELECT + "where answer = 'APPROVED' order by idempotency_key")
			.query((row, index) -> entry(row, index).charge())
			.list();
	}

	private static Entry entry(ResultSet row, int index) throws SQLException {
		Charge charge = new Charge(row.getString("idempotency_key"), row.getBigDecimal("amount"),
				row.getString("currency"));
		return new Entry(charge, ChargeResult.valueOf(row.getString("answer")),
				row.getObject("answered_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * A stored charge.
	 *
	 * @param charge what was asked for
	 * @param result what was decided
	 * @param respondsAt when the response is sent
	 */
	record Entry(Charge charge, ChargeResult result, Instant respondsAt) {

		boolean isFor(Charge other) {
			return this.charge.currency().equals(other.currency())
					&& this.charge.amount().compareTo(other.amount()) == 0;
		}

	}

}
