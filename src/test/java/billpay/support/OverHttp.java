package billpay.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The one server and the one database that all tests over HTTP share. A password hash is
 * slow on purpose, so a class signs its customers up once.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OverHttp {

	/** A card that is approved. */
	protected static final String GOOD_CARD = "4242 4242 4242 4242";

	private static final AtomicInteger customers = new AtomicInteger();

	private static final AtomicInteger months = new AtomicInteger();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@Autowired
	private SessionRepository<? extends Session> sessions;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	protected final RequestMappingHandlerMapping mappings() {
		return this.mappings;
	}

	/**
	 * The addresses that the controllers answer.
	 * @param method a method
	 * @return the addresses for it, with the variables as they are written there
	 */
	protected final List<String> addresses(RequestMethod method) {
		return this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().isEmpty()
					|| mapping.getMethodsCondition().getMethods().contains(method))
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.sorted()
			.toList();
	}

	protected final JdbcClient database() {
		return this.database;
	}

	protected final RawHttp raw() {
		return new RawHttp(this.port);
	}

	protected final HttpBrowser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	/**
	 * Signs a new customer up.
	 * @return the customer, signed in
	 */
	protected final Customer newCustomer() {
		HttpBrowser browser = newBrowser();
		String name = "customer-" + customers.incrementAndGet();
		return new Customer(name, browser.signUp(name), browser);
	}

	/**
	 * Another browser with the same cookies, to send single requests that leave no trace
	 * in the first.
	 * @param browser the browser
	 * @return a browser in the same session and with the same form token
	 */
	protected final HttpBrowser sameSession(Browser browser) {
		HttpBrowser same = newBrowser();
		same.cookies().putAll(browser.cookies());
		same.useToken(browser.token());
		return same;
	}

	/**
	 * Writes one more bill for a number.
	 * @param number the number as a page shows it
	 * @param amount what it comes to
	 * @return the bill's id
	 */
	protected final long newBill(String number, String amount) {
		String e164 = "+" + number.replaceAll("\\D", "");
		LocalDate period = LocalDate.of(1901, 1, 1).plusMonths(months.incrementAndGet());
		this.database.sql("insert into bill (number, period, amount, due_on) values (?, ?, ?, ?)")
			.params(e164, period, new BigDecimal(amount), period)
			.update();
		return this.database.sql("select max(id) from bill where number = ?").param(e164).query(Long.class).single();
	}

	/**
	 * All that the database holds, but for what the reconciliation notes in the
	 * background.
	 * @return rows by table
	 */
	protected final Map<String, Object> everyRow() {
		return this.database.sql("select table_name from information_schema.tables where table_schema = 'public'")
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toMap((table) -> table, this::rowsOf));
	}

	private List<Map<String, Object>> rowsOf(String table) {
		List<Map<String, Object>> rows = this.database.sql("select * from \"" + table + "\"").query().listOfRows();
		rows.forEach((row) -> row.keySet().removeAll(List.of("asked", "ask_at")));
		return rows;
	}

	/**
	 * What a browser's session holds.
	 * @param browser the browser
	 * @return the attributes by name
	 */
	protected final Map<String, Object> sessionOf(Browser browser) {
		Session session = this.sessions.findById(browser.sessionId());
		Map<String, Object> attributes = new TreeMap<>();
		if (session != null) {
			session.getAttributeNames().forEach((name) -> attributes.put(name, session.getAttribute(name)));
		}
		return attributes;
	}

	/**
	 * A customer with a number of their own and a first bill of 42.50 on it.
	 *
	 * @param name the account's name; the password is {@code secret of } and the name
	 * @param number the number as pages show it
	 * @param browser a browser in which the customer is signed in
	 */
	public record Customer(String name, String number, HttpBrowser browser) {

		public String password() {
			return "secret of " + this.name;
		}

		/**
		 * Looks the own number up and puts a bill into the cart.
		 * @param bill the bill's id
		 */
		public void fillCart(long bill) {
			this.browser.post("/lookup", "phoneNumber", this.number);
			this.browser.get("/bill");
			this.browser.post("/cart/items", "billId", Long.toString(bill));
			this.browser.get("/checkout");
		}

	}

}
