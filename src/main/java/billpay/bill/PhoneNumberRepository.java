package billpay.bill;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers in the database and whose they are.
 */
@Repository
class PhoneNumberRepository {

	private final JdbcClient jdbc;

	PhoneNumberRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean exists(PhoneNumber number) {
		return this.jdbc.sql("select count(*) from phone_number where number = ?")
			.param(number.e164())
			.query(Integer.class)
			.single() > 0;
	}

	List<PhoneNumber> findByOwner(String owner) {
		return this.jdbc.sql("select number from phone_number where owner = ? order by number")
			.param(owner)
			.query((row, index) -> new PhoneNumber(row.getString("number")))
			.list();
	}

	void assign(PhoneNumber number, String owner) {
		this.jdbc.sql("insert into phone_number (number, owner) values (?, ?)").params(number.e164(), owner).update();
	}

	long nextSequenceValue() {
		return this.jdbc.sql("select nextval('fresh_number')").query(Long.class).single();
	}

}
