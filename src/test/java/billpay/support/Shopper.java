package billpay.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A customer who pays one cart after the other, with every test card by turns, and sends
 * every third payment form twice: in the same moment, once more after the answer, or when
 * the next cart is ready. Some of the bills are other people's as well, who pay them at
 * the same time.
 * <p>
 * It knows what each card must lead to and fails as soon as a page says something else.
 * It remembers every receipt and every promise of one, also when the server is gone: then
 * its methods throw an {@link UncheckedIOException}, and it can {@link #enter} again. One
 * thread at a time may use it.
 */
public final class Shopper {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int REPEATED = 3;

	private static final String THANKS = "Thank you. Your payment was successful.";

	private static final String NOT_PAYABLE = "Some items in your cart cannot be paid. Please check them below.";

	private static final String PAID_ELSEWHERE = "A bill in your cart has just been paid, or is being paid, in another checkout. You have not been charged. Please review your cart.";

	private static final String NOT_CHARGED = "Your payment was not completed. You have not been charged.";

	private static final Pattern LINE = Pattern.compile("/cart/items/([0-9a-f]+)/remove");

	private static final Pattern BILL = Pattern.compile("name=\"billId\" value=\"(\\d+)\"");

	private static final Pattern CARD_TO_TRY = Pattern.compile("<code>([^<]+)</code>");

	/** A password hash is slow on purpose; more at a time would only wait longer. */
	private static final Semaphore DOOR = new Semaphore(2);

	private final String name;

	private final List<String> contested;

	private final Path record;

	private final Random random;

	private final Deque<CardFixture> deck = new ArrayDeque<>();

	/** What each receipt said. */
	private final Map<String, String> receipts = new LinkedHashMap<>();

	/** Every payment that the shop has led to, and the card that was sent. */
	private final Map<String, CardFixture> payments = new LinkedHashMap<>();

	/** Carts that can lead to nothing else any more. */
	private final Map<String, String> paymentsOfCarts = new HashMap<>();

	private HttpBrowser browser;

	private String number;

	/** To be sent once more when the next cart is ready. */
	private Form late;

	/** Whether something is in the cart that could not be paid. */
	private boolean kept;

	private int checkouts;

	/**
	 * Creates a customer without an account.
	 * @param name the account's name
	 * @param contested numbers on which others pay bills as well
	 * @param seed decides what the customer does
	 * @param record where every answer is written down
	 */
	public Shopper(String name, List<String> contested, long seed, Path record) {
		this.name = name;
		this.contested = List.copyOf(contested);
		this.random = new Random(seed);
		this.record = record;
	}

	/**
	 * Comes in by the front door: signs up the first time and in later, in a browser
	 * without a cookie.
	 * @param base scheme, host, port and context path of the shop
	 */
	public void enter(String base) {
		this.browser = new RecordedBrowser(base, this.record);
		this.late = null;
		this.kept = false;
		DOOR.acquireUninterruptibly();
		try {
			if (this.number == null) {
				this.number = this.browser.signUp(this.name);
			}
			else {
				this.browser.signIn(this.name, "secret of " + this.name);
			}
		}
		finally {
			DOOR.release();
		}
		assertThat(this.browser.post("/lookup", "phoneNumber", this.number).status()).isEqualTo(303);
	}

	/**
	 * Fills the cart, sends one payment form, perhaps twice, and sees it to its end.
	 */
	public void checkOut() {
		fillCart();
		Form form = nextForm();
		if (this.late != null) {
			assertThatItLeadsToItsOwnPayment(this.late);
			this.late = null;
		}
		List<String> before = cart();
		boolean repeated = ++this.checkouts % REPEATED == 0;
		int way = (repeated) ? this.random.nextInt(3) : -1;
		Set<Result> results = send(form, (way == 0) ? 2 : 1);
		if (way == 1) {
			results.addAll(send(form, 1));
		}
		if (way == 2) {
			this.late = form;
		}
		this.kept = !results.contains(Result.PAID);
		assertThat(cart()).as("cart after %s", form).isEqualTo((this.kept) ? before : List.of());
		if (results.contains(Result.ASKED_AGAIN)) {
			emptyCart();
		}
	}

	private void assertThatItLeadsToItsOwnPayment(Form form) {
		List<String> before = cart();
		send(form, 1);
		assertThat(cart()).as("cart after a late %s", form).isEqualTo(before);
	}

	private Form nextForm() {
		Page page = this.browser.get("/checkout");
		while (page.status() != 200) {
			// Somebody else has paid a bill that is in the cart.
			assertThat(this.browser.arrival()).isEqualTo("/cart: " + NOT_PAYABLE);
			emptyCart();
			fillCart();
			page = this.browser.get("/checkout");
		}
		assertThat(CARD_TO_TRY.matcher(page.main().body()).results().map((found) -> found.group(1)))
			.containsExactlyElementsOf(Stream.of(CardFixture.values()).map(CardFixture::number).toList());
		if (this.deck.isEmpty()) {
			List<CardFixture> cards = new ArrayList<>(List.of(CardFixture.values()));
			Collections.shuffle(cards, this.random);
			this.deck.addAll(cards);
		}
		return new Form(page.value("cart"), page.value("total"), page.text().contains("Bill for"), this.deck.remove(),
				this.browser.token());
	}

	/**
	 * Sends a form and judges what comes back.
	 * @param form the form
	 * @param times how often, all at once
	 * @return what came of it
	 */
	private Set<Result> send(Form form, int times) {
		List<Page> answers = submit(form, times);
		if (answers.isEmpty()) {
			throw gone();
		}
		Set<Result> results = EnumSet.noneOf(Result.class);
		Set<String> references = new LinkedHashSet<>();
		for (Page answer : answers) {
			if (target(answer).startsWith("/payments/")) {
				references.add(target(answer).substring("/payments/".length()));
			}
			else {
				results.add(refusal(form, answer));
			}
		}
		references.forEach((reference) -> this.payments.putIfAbsent(reference, form.card()));
		String known = this.paymentsOfCarts.get(form.cart());
		if (known != null || (form.card().ending() == Ending.RECEIPT && !references.isEmpty())) {
			assertThat(references).as("payments of %s", form)
				.containsExactly((known != null) ? known : references.iterator().next());
			this.paymentsOfCarts.putAll(Map.of(form.cart(), references.iterator().next()));
		}
		if (answers.size() < times) {
			throw gone();
		}
		references.forEach((reference) -> results.add(end(reference, form)));
		return results;
	}

	private static UncheckedIOException gone() {
		return new UncheckedIOException(new IOException("No answer to a form"));
	}

	/**
	 * Sends a form at the same moment as often as wanted.
	 * @param form the form
	 * @param times how often
	 * @return the answers that came
	 */
	private List<Page> submit(Form form, int times) {
		try {
			return ConcurrentTasks.run(times, (i) -> () -> submit(form)).stream().filter(Objects::nonNull).toList();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Page submit(Form form) {
		try {
			return this.browser.send("POST", "/checkout", form.fields());
		}
		catch (UncheckedIOException ex) {
			return null;
		}
	}

	private Result refusal(Form form, Page answer) {
		boolean sentToCart = target(answer).equals("/cart");
		if (sentToCart) {
			// Of two answers to the same form, the first that is followed tells why.
			assertThat(this.browser.get("/cart").notice()).as("%s", form).isIn(NOT_PAYABLE, PAID_ELSEWHERE, "");
		}
		if (sentToCart || answer.text().contains("has changed since you opened this page")) {
			assertThat(form.hasBill() || form == this.late).as("asked again: %s", form).isTrue();
			return Result.ASKED_AGAIN;
		}
		assertThat(answer.status()).as(() -> form + " got " + answer).isEqualTo(422);
		assertThat(form.card().ending()).as(() -> form + " got " + answer).isEqualTo(Ending.DECLINED_AT_ONCE);
		assertThat(answer.find("class=\"error-summary\"(.*?)</div>")).contains("You have not been charged");
		return Result.NOT_PAID;
	}

	private Result end(String reference, Form form) {
		Page page = await().atMost(PATIENCE)
			.pollInSameThread()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.browser.get("/payments/" + reference), (answer) -> !isBeingConfirmed(answer));
		if (page.status() != 200) {
			assertThatNothingWasCharged(reference, page);
			return Result.NOT_PAID;
		}
		keepReceipt(reference, page);
		assertThat(page.text()).contains("Total " + form.shownTotal());
		return Result.PAID;
	}

	private static boolean isBeingConfirmed(Page page) {
		boolean confirming = page.text().contains("Your payment is being confirmed");
		assertThat(page.header("Refresh").isEmpty()).as("loads itself anew").isEqualTo(!confirming);
		return confirming;
	}

	private void keepReceipt(String reference, Page page) {
		CardFixture card = this.payments.get(reference);
		assertThat(card.ending()).as("receipt %s by %s", reference, card).isEqualTo(Ending.RECEIPT);
		assertThat(page.text()).contains(THANKS, reference, this.name, "ending in " + card.lastFour());
		String receipt = page.text().replace(page.notice(), "").strip();
		String before = this.receipts.putIfAbsent(reference, receipt);
		assertThat(receipt).isEqualTo((before != null) ? before : receipt);
	}

	private void assertThatNothingWasCharged(String reference, Page page) {
		// To the cart, or to where the same cart was submitted again.
		assertThat(target(page)).as(page::body)
			.isNotEqualTo("/payments/" + reference)
			.matches("/cart|/payments/BP-[0-9A-Z]{5}-[0-9A-Z]{5}");
		if (target(page).equals("/cart")) {
			assertThat(this.browser.get("/cart").notice()).isEqualTo(NOT_CHARGED);
		}
		assertThat(this.receipts).doesNotContainKey(reference);
		CardFixture card = this.payments.get(reference);
		assertThat(card.ending()).as("payment %s by %s", reference, card).isNotEqualTo(Ending.RECEIPT);
	}

	private void fillCart() {
		for (int lines = (this.kept) ? this.random.nextInt(2) : 1 + this.random.nextInt(3); lines > 0; lines--) {
			String from = (this.random.nextInt(3) > 0) ? this.number
					: this.contested.get(this.random.nextInt(this.contested.size()));
			if (this.random.nextInt(3) == 0 || !addBill(from)) {
				Page added = this.browser.post("/cart/items", "addOn", "voicemail-plus", "quantity",
						Integer.toString(1 + this.random.nextInt(3)));
				assertThat(target(added)).isEqualTo("/cart");
			}
		}
	}

	/**
	 * Puts a bill or a part of one into the cart.
	 * @param from the number
	 * @return {@code false} when nothing is left to pay, or less than was thought
	 */
	private boolean addBill(String from) {
		assertThat(this.browser.post("/lookup", "phoneNumber", from).location()).endsWith("/bill");
		List<String> bills = all(BILL, this.browser.get("/bill"));
		if (bills.isEmpty()) {
			return false;
		}
		String bill = bills.get(this.random.nextInt(bills.size()));
		boolean whole = !from.equals(this.number) && this.random.nextInt(3) == 0;
		String part = "%d.%02d".formatted(1 + this.random.nextInt(3), this.random.nextInt(100));
		Page added = this.browser.post("/cart/items", "billId", bill, "amount", (whole) ? "" : part);
		assertThat(added.status()).as(added::body).isIn(303, 422);
		return added.status() == 303;
	}

	private void emptyCart() {
		cart().forEach(
				(line) -> assertThat(this.browser.post("/cart/items/" + line + "/remove").status()).isEqualTo(303));
		this.kept = false;
	}

	private List<String> cart() {
		Page page = this.browser.get("/cart");
		assertThat(page.status()).as(page::location).isEqualTo(200);
		return all(LINE, page.main()); // the server view names removed lines
	}

	private static List<String> all(Pattern pattern, Page page) {
		return pattern.matcher(page.body()).results().map((found) -> found.group(1)).toList();
	}

	/**
	 * Waits until the history calls no payment undecided.
	 */
	public void awaitDecisions() {
		await().atMost(PATIENCE)
			.pollInSameThread()
			.pollInterval(Duration.ofMillis(200))
			.until(() -> history().noneMatch((page) -> page.text().contains("being confirmed")));
	}

	private Stream<Page> history() {
		return Stream.iterate(this.browser.get("/payments"), Objects::nonNull, (page) -> {
			List<String> next = all(Pattern.compile("rel=\"next\" href=\"([^\"]+)\""), page);
			return (next.isEmpty()) ? null : this.browser.get(this.browser.below(next.get(0)));
		});
	}

	private String target(Page page) {
		return (page.location().isEmpty()) ? "" : this.browser.below(page.location());
	}

	/**
	 * Looks at every payment that the shop has ever led to: what had a receipt has the
	 * same one still, and what was being confirmed has ended as its card must.
	 */
	public void findEverythingAsPromised() {
		for (String reference : this.payments.keySet()) {
			Page page = this.browser.get("/payments/" + reference);
			if (page.status() == 200) {
				keepReceipt(reference, page);
			}
			else {
				assertThatNothingWasCharged(reference, page);
			}
		}
	}

	public String name() {
		return this.name;
	}

	public int checkouts() {
		return this.checkouts;
	}

	/**
	 * The receipts that this customer was shown.
	 * @return what each says, by reference
	 */
	public Map<String, String> receipts() {
		return Collections.unmodifiableMap(this.receipts);
	}

	/**
	 * What becomes of a payment.
	 */
	public enum Ending {

		/** A receipt, at once or after some confirming. */
		RECEIPT,

		/** The form again, with the bank's reason. */
		DECLINED_AT_ONCE,

		/** The cart again, after some confirming. */
		NOT_CHARGED

	}

	private enum Result {

		PAID, NOT_PAID, ASKED_AGAIN

	}

	/**
	 * A payment form as it stood on the page.
	 */
	private record Form(String stamp, String total, boolean hasBill, CardFixture card, String token) {

		String cart() {
			return this.stamp.substring(0, this.stamp.indexOf('.'));
		}

		String shownTotal() {
			return "$" + this.total.replaceAll("(?<=\\d)(?=(\\d{3})+\\.)", ",");
		}

		Map<String, String> fields() {
			return Map.of("_csrf", this.token, "cart", this.stamp, "total", this.total, "cardholder",
					CardFixture.HOLDER, "cardNumber", this.card.number(), "expiry", CardFixture.EXPIRY, "cvc",
					this.card.cvc());
		}

		@Override
		public String toString() {
			return "form for cart " + this.stamp + " over " + this.total + " by " + this.card;
		}

	}

}
