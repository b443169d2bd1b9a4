package billpay.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The accounts in the database. Reading one to sign in is Spring Security's work.
 */
@Repository
class Accounts {

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Accounts(JdbcClient jdbc, PasswordEncoder passwords, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens a customer's account. Hashing takes its time on purpose, so it is done before
	 * the transaction takes a connection.
	 * @param name the account's name, in lower case
	 * @param password the password in the clear
	 * @throws org.springframework.dao.DuplicateKeyException when the name is taken
	 */
	void open(String name, String password) {
		String hash = this.passwords.encode(password);
		this.transaction.executeWithoutResult((status) -> {
			insert(name, "CUSTOMER", hash);
			this.events.publishEvent(new CustomerSignedUp(name));
		});
	}

	/**
	 * Makes the instructor's account, or gives it another password. Another node may do
	 * so at the same moment.
	 * @param name the account's name
	 * @param hash the password's hash
	 */
	void appointInstructor(String name, String hash) {
		if (setPassword("name = ?", name, hash) == 0) {
			try {
				insert(name, "INSTRUCTOR", hash);
			}
			catch (DuplicateKeyException ex) {
				setPassword("name = ?", name, hash);
			}
		}
	}

	/**
	 * Gives all demo customers the one password that the sign-in page shows.
	 * @param hash the password's hash
	 */
	void setDemoPassword(String hash) {
		setPassword("demo = ?", true, hash);
	}

	List<String> demoNames() {
		return this.jdbc.sql("select name from account where demo = true order by created_at, name")
			.query(String.class)
			.list();
	}

	private int setPassword(String whose, Object who, String hash) {
		return this.jdbc.sql("update account set password_hash = ? where " + whose).params(hash, who).update();
	}

	private void insert(String name, String role, String hash) {
		this.jdbc.sql("insert into account (name, password_hash, role, demo, created_at) values (?, ?, ?, false, ?)")
			.params(name, hash, role, OffsetDateTime.now(this.clock))
			.update();
	}

}
