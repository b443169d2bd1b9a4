package billpay.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import billpay.demo.DemoCustomerProvider;

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
public class AccountRepository implements DemoCustomerProvider {

	/** An account's name: 3 to 20 letters, digits, dots, dashes, underscores. */
	public static final String NAME = "[a-z0-9][a-z0-9._-]{2,19}";

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountRepository(JdbcClient jdbc, PasswordEncoder passwords, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Creates a customer's account. Hashing takes its time on purpose, so it is done
	 * before the transaction takes a connection.
	 * @param name the account's name, in lower case
	 * @param password the password in the clear
	 * @throws org.springframework.dao.DuplicateKeyException when the name is taken
	 */
	public void create(String name, String password) {
		String hash = this.passwords.encode(password);
		this.transaction.executeWithoutResult((status) -> {
			insert(name, "CUSTOMER", hash);
			this.events.publishEvent(new CustomerSignedUpEvent(name));
		});
	}

	/**
	 * Creates the instructor's account, or changes its password. Another node may do so
	 * at the same moment.
	 * @param name the account's name
	 * @param hash the password's hash
	 */
	public void saveInstructor(String name, String hash) {
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
	public void setDemoPassword(String hash) {
		setPassword("demo = ?", true, hash);
	}

	/**
	 * Changes the password of an account.
	 * @param name the account's name
	 * @param password the new password in the clear
	 */
	public void changePassword(String name, String password) {
		setPassword("name = ?", name, this.passwords.encode(password));
	}

	/**
	 * Whether there is an account.
	 * @param name the account's name
	 * @return {@code false} when there is none with this name
	 */
	public boolean exists(String name) {
		return this.jdbc.sql("select count(*) from account where name = ?")
			.param(name)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Whether an account is a demo customer, which several people share.
	 * @param name the account's name
	 * @return {@code true} for a demo customer
	 */
	public boolean isDemo(String name) {
		return this.jdbc.sql("select demo from account where name = ?").param(name).query(Boolean.class).single();
	}

	@Override
	public List<String> findDemoNames() {
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
