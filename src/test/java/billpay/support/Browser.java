package billpay.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a browser does in this shop: it keeps cookies, sends the form token that stood on
 * the last page, and follows a redirect when it is told to. One story runs over MockMvc
 * and over real HTTP.
 */
public abstract class Browser {

	/** Each time takes some seconds when it is in vain. */
	private static final int PATIENCE = 20;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private String token = "";

	private Page last;

	/**
	 * Asks for a page.
	 * @param path the path and query below the context path
	 * @return what came, redirects not followed
	 */
	public Page get(String path) {
		return keep(send("GET", path, Map.of()));
	}

	/**
	 * Sends a form with the token of the last page that had one.
	 * @param path the form's address
	 * @param fields names and values by turns
	 * @return what came, redirects not followed
	 */
	public Page post(String path, String... fields) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("_csrf", this.token);
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		return keep(send("POST", path, form));
	}

	/**
	 * Goes where the last answer redirects to. What is behind # the server never sees.
	 * @return what came there
	 */
	public Page follow() {
		return get(below(this.last.location()).split("#", 2)[0]);
	}

	/**
	 * Goes where the last answer redirects to, and says where that is and what is told
	 * there.
	 * @return path and notice, such as {@code /cart: Added to your cart.}
	 */
	public String arrival() {
		String path = below(this.last.location());
		return path + ": " + get(path).notice();
	}

	/**
	 * Signs a customer in, from the sign-in page.
	 * @param username the account's name
	 * @param password the password
	 * @return this browser
	 */
	public Browser signIn(String username, String password) {
		get("/login");
		Page answer = postUntilTaken("/login", username, password);
		if (answer.status() != 303) {
			throw new AssertionError("Not signed in: " + answer.status() + "\n" + answer.body());
		}
		get("/cart");
		return this;
	}

	/**
	 * Opens an account, which signs in as well.
	 * @param username the account's name
	 * @return the number that the new customer got, as the page shows it
	 */
	public String signUp(String username) {
		get("/signup");
		Page answer = postUntilTaken("/signup", username, "secret of " + username);
		if (answer.status() != 303) {
			throw new AssertionError("Not signed up: " + answer.status() + "\n" + answer.body());
		}
		return get("/lookup").attribute("option", "value");
	}

	/**
	 * Sends a form again for as long as the server is busy with other people's passwords.
	 */
	private Page postUntilTaken(String path, String username, String password) {
		Page answer = post(path, "username", username, "password", password);
		for (int i = 1; i < PATIENCE && answer.status() == 503; i++) {
			answer = post(path, "username", username, "password", password);
		}
		return answer;
	}

	/**
	 * Looks a number up and puts its first bill into the cart.
	 * @param number the number
	 */
	public void fillCart(String number) {
		post("/lookup", "phoneNumber", number);
		post("/cart/items", "billId", get("/bill").value("billId"));
		get("/cart");
	}

	/**
	 * Pays the cart.
	 * @param cardNumber with which card
	 * @return what came
	 */
	public Page pay(String cardNumber) {
		return post("/checkout", "cardholder", "A. Customer", "cardNumber", cardNumber, "expiry", CardFixture.EXPIRY,
				"cvc", "123");
	}

	private Page keep(Page page) {
		for (String setCookie : page.setCookies()) {
			String[] pair = setCookie.substring(0, (setCookie + ";").indexOf(';')).split("=", 2);
			if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
				this.cookies.remove(pair[0]);
			}
			else {
				this.cookies.put(pair[0], pair[1]);
			}
		}
		page.token().ifPresent((found) -> this.token = found);
		this.last = page;
		return page;
	}

	/**
	 * The cookies that this browser keeps, to look at and to tamper with.
	 * @return values by name
	 */
	public Map<String, String> cookies() {
		return this.cookies;
	}

	/**
	 * The id of this browser's session.
	 * @return the cookie's value, {@code null} when there is none
	 */
	public String sessionId() {
		return this.cookies.get("BILLPAY_SESSION");
	}

	/**
	 * The form token that the next {@link #post} sends.
	 * @return the token of the last page that had one
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Makes the next {@link #post} send another token.
	 * @param token the token
	 */
	public void useToken(String token) {
		this.token = token;
	}

	/**
	 * The path below the context path, where there is one.
	 * @param location where a redirect leads
	 * @return the path that {@link #get} takes
	 */
	protected String below(String location) {
		return location;
	}

	protected List<String> cookieHeader() {
		List<String> pairs = new ArrayList<>();
		this.cookies.forEach((name, value) -> pairs.add(name + "=" + value));
		return pairs;
	}

	protected abstract Page send(String method, String path, Map<String, String> form);

}
