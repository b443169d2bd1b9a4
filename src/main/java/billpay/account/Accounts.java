package billpay.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts in the database. Reading one to sign in is Spring Security's work.
 */
@Repository
class Accounts {

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Accounts(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens a customer's account.
	 * @param name the account's name, in lower case
	 * @param password the password in the clear
	 * @throws org.springframework.dao.DuplicateKeyException when the name is taken
	 */
	@Transactional
	void open(String name, String password) {
		insert(name, "CUSTOMER", password);
		this.events.publishEvent(new CustomerSignedUp(name));
	}

	/**
	 * Makes the instructor's account, or gives it another password.
	 * @param name the account's name
	 * @param password the password in the clear
	 */
	@Transactional
	void appointInstructor(String name, String password) {
		if (setPassword("name = ?", name, password) == 0) {
			insert(name, "INSTRUCTOR", password);
		}
	}

	/**
	 * Gives all demo customers the one password that the sign-in page shows.
	 * @param password the password in the clear
	 */
	void setDemoPassword(String password) {
		setPassword("demo = ?", true, password);
	}

	List<String> demoNames() {
		return this.jdbc.sql("select name from account where demo = true order by created_at, name")
			.query(String.class)
			.list();
	}

	private int setPassword(String whose, Object who, String password) {
		return this.jdbc.sql("update account set password_hash = ? where " + whose)
			.params(this.passwords.encode(password), who)
			.update();
	}

	private void insert(String name, String role, String password) {
		this.jdbc.sql("insert into account (name, password_hash, role, demo, created_at) values (?, ?, ?, false, ?)")
			.params(name, this.passwords.encode(password), role, OffsetDateTime.now(this.clock))
			.update();
	}

}
