package billpay.system;

import java.util.Locale;
import java.util.function.Consumer;

import billpay.support.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/**
 * A visitor's way past every page there is, in every state that a person gets to see.
 */
final class EveryPage {

	private final Visitor visitor;

	private final Consumer<String> look;

	private final String customer;

	private final Browser neighbour;

	/**
	 * Creates a tour.
	 * @param visitor who goes
	 * @param customer the name to sign up with
	 * @param neighbour a browser of somebody else, who pays a bill in between
	 * @param look what to do at every stop, by its name
	 */
	EveryPage(Visitor visitor, String customer, Browser neighbour, Consumer<String> look) {
		this.visitor = visitor;
		this.customer = customer;
		this.neighbour = neighbour;
		this.look = look;
	}

	void tour(Locale language) {
		this.visitor.open("/").speak(language);
		stop("home", "home.title");
		this.visitor.click("layout.cookies");
		stop("cookies-stranger", "cookies.title");
		this.visitor.open("/server-view");
		stop("conversation-stranger", "server-view.page.title");
		this.visitor.open("/lessons");
		stop("lessons", "lessons.title");
		this.visitor.click("two-nodes.title");
		stop("lesson-stranger", "two-nodes.title");
		signUp();
		String number = this.visitor.driver().findElement(By.cssSelector(".choices button")).getText();
		lookUp(number);
		fillTheCart(number);
		pay(number);
		lookAtTheConversation();
		lookAtCookies();
		this.visitor.open("/lessons/two-nodes");
		stop("lesson", "two-nodes.title");
		lookAtTheLab();
		lookAtTheAccount();
		leave();
		teach();
		forget();
	}

	private void stop(String name, String titleKey, Object... arguments) {
		this.visitor.arriveAt(titleKey, arguments);
		this.look.accept(name);
	}

	private void refused(String name, String titleKey, Object... arguments) {
		this.visitor.returnTo(titleKey, arguments).see(".error-summary:focus");
		this.look.accept(name);
	}

	private void signUp() {
		this.visitor.click("layout.sign-in");
		stop("login", "login.title");
		this.visitor.type("login.username", "nobody").type("login.password", "wrong").submit();
		refused("login-refused", "login.title");
		this.visitor.open("/signup");
		stop("signup", "signup.title");
		this.visitor.type("signup.username", "?").type("signup.password", "short").click("signup.submit");
		refused("signup-refused", "signup.title");
		this.visitor.type("signup.username", this.customer)
			.type("signup.password", "secret of " + this.customer)
			.click("signup.submit");
		stop("lookup", "lookup.title");
	}

	private void lookUp(String number) {
		this.visitor.click("layout.cart", 0);
		stop("cart-empty", "cart.title");
		this.visitor.click("layout.payments");
		stop("history-empty", "history.title");
		this.visitor.click("layout.lookup").type("lookup.number", "not a number").click("lookup.submit");
		refused("lookup-refused", "lookup.title");
		this.visitor.clickOn(number);
		stop("bill", "bill.title", number);
	}

	private void fillTheCart(String number) {
		this.visitor.click("bill.partly").type("bill.amount", "a lot").click("bill.add");
		refused("bill-refused", "bill.title", number);
		this.visitor.type("bill.amount", "30.00").click("bill.add");
		this.visitor.arriveAt("cart.title").click("cart.more").arriveAt("bill.title", number);
		this.visitor.driver().findElement(By.cssSelector(".add-ons button")).click();
		stop("cart", "cart.title");
		this.visitor.driver().findElement(By.name("amount")).sendKeys("0000000");
		this.visitor.click("cart.change");
		refused("cart-refused", "cart.title");
		this.visitor.click("layout.lookup").clickOn(number);
		stop("bill-in-cart", "bill.title", number);
	}

	private void pay(String number) {
		this.visitor.open("/checkout");
		stop("checkout", "checkout.title");
		this.visitor.pay("1234 5678 9012 3456");
		refused("checkout-refused", "checkout.title");
		this.visitor.pay("4000 0000 0000 0002");
		refused("checkout-declined", "checkout.title");
		this.neighbour.signUp("next-" + this.customer);
		this.neighbour.fillCart(number);
		this.neighbour.pay("4242 4242 4242 4242");
		this.visitor.pay("4242 4242 4242 4242").see(".lines .error");
		stop("cart-paid-by-another", "cart.title");
		this.visitor.click("cart.remove").see(".notice");
		this.visitor.click("cart.pay").arriveAt("checkout.title").pay("4242 4242 4242 4242");
		stop("receipt", "receipt.title");
		this.visitor.click("receipt.history");
		stop("history", "history.title");
		waitForTheBank(number);
	}

	private void waitForTheBank(String number) {
		this.visitor.open("/bill").arriveAt("bill.title", number);
		this.visitor.driver().findElement(By.cssSelector(".add-ons button")).click();
		this.visitor.arriveAt("cart.title").click("cart.pay").arriveAt("checkout.title").pay("4000 0000 0000 2024");
		this.visitor.arriveAt("confirming.title");
		// Else the page loads itself anew while it is being looked at.
		this.visitor.driver().executeScript("window.stop()");
		stop("confirming", "confirming.title");
		this.visitor.click("layout.payments");
		stop("history-confirming", "history.title");
	}

	private void lookAtTheConversation() {
		this.visitor.open("/server-view").see(".diagram");
		stop("conversation", "server-view.page.title");
		this.visitor.open("/lookup").arriveAt("lookup.title");
		this.visitor.driver().executeScript("document.querySelector('[name=experiment][value=replay]').click()");
		this.visitor.arriveAt("server-view.page.title").see(".comparison");
		stop("conversation-replay", "server-view.page.title");
		this.visitor.open("/lookup").arriveAt("lookup.title");
		this.visitor.driver().executeScript("document.querySelector('[name=experiment][value=steal]').click()");
		this.visitor.see("#experiment").open("/lookup").see(".code");
		stop("code", "lookup.title");
		this.visitor.open("/server-view/steal");
		stop("steal", "server-view.steal.title");
		this.visitor.type("server-view.steal.code", "22222-22222").click("server-view.steal.submit");
		refused("steal-refused", "server-view.steal.title");
	}

	private void lookAtCookies() {
		this.visitor.driver().manage().addCookie(new Cookie("theme", "dark"));
		this.visitor.driver()
			.manage()
			.addCookie(new Cookie("a-rather-long-name-by-another-program-".repeat(3), "x".repeat(2000)));
		this.visitor.click("layout.cookies");
		stop("cookies", "cookies.title");
		this.visitor.click("cookies.forget", "BILLPAY_VISITOR").see(".notice");
		stop("cookies-forgotten", "cookies.title");
	}

	private void lookAtTheLab() {
		this.visitor.click("layout.lab");
		stop("lab", "lab.title");
		this.visitor.click("lab.words.link");
		stop("lab-words", "lab.words");
		this.visitor.click("lab.title").arriveAt("lab.title").click("lab.token.title");
		stop("lab-technique", "lab.token.title");
		this.visitor.open("/lab/cookie").type("lab.number", "5").click("lab.number.submit");
		refused("lab-refused", "lab.cookie.title");
		this.visitor.type("lab.number", "2125550101").click("lab.number.submit").see("#state");
		stop("lab-number", "lab.cookie.title");
		this.visitor.click("lab.card.submit").see("#answer.remembered");
		stop("lab-card", "lab.cookie.title");
		this.visitor.open("/lab/browsers").click("lab.browsers.begin").see(".two-browsers");
		stop("lab-browsers", "lab.browsers.title");
	}

	private void lookAtTheAccount() {
		this.visitor.clickOn(this.customer);
		stop("account", "account.title");
		this.visitor.type("account.password.old", "wrong")
			.type("account.password.new", "password")
			.click("account.password.submit");
		refused("account-refused", "account.title");
	}

	private void leave() {
		this.visitor.open("/instructor");
		stop("instructor-only", "error.title.403");
		this.visitor.open("/no-such-page");
		stop("not-found", "error.title.404");
		this.visitor.open("/logout");
		stop("logout", "logout.title");
		this.visitor.submit();
		stop("signed-out", "logout.done.title");
		this.visitor.open("/");
		stop("home-again", "home.title");
	}

	private void teach() {
		this.visitor.open("/login")
			.type("login.username", "chuck")
			.type("login.password", "of-the-instructor")
			.submit()
			.arriveAt("lookup.title")
			.click("layout.instructor");
		stop("instructor", "instructor.title");
		this.visitor.click("instructor.ledger.show");
		stop("ledger", "ledger.title");
		this.visitor.click("ledger.back").arriveAt("instructor.title");
		this.visitor.click("instructor.sessions.show");
		stop("sessions", "instructor.sessions.title");
		this.visitor.click("ledger.back").arriveAt("instructor.title");
		this.visitor.driver().executeScript("document.querySelector('[name=month]').value = '1999-12'");
		this.visitor.submit();
		refused("instructor-refused", "instructor.title");
		this.visitor.open("/instructor").click("instructor.reset.submit").see(".notice");
		stop("instructor-notice", "instructor.title");
	}

	private void forget() {
		this.visitor.click("layout.cookies").arriveAt("cookies.title");
		this.visitor.click("cookies.forget", "BILLPAY_SESSION").see(".hint a");
		stop("cookies-session-forgotten", "cookies.title");
		this.visitor.click("cookies.show-buttons").see(".cookie form");
		stop("cookies-buttons", "cookies.title");
	}

}
