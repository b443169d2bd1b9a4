package billpay.classroom;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import billpay.bill.BillRepository;
import billpay.payment.PaymentGateway;
import billpay.payment.PaymentRepository;
import billpay.support.ConcurrentTasks;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.clearInvocations;

/**
 * A class walks again, and the demo begins anew. Both concern every number there is, so
 * these tests have a server and a database of their own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=classroom")
@ExtendWith(OutputCaptureExtension.class)
@Tag("ledger")
class ClassroomTests extends OverHttp {

	private static final String MARKS = "+1 212-555-0142";

	@Autowired
	private BillRepository bills;

	@MockitoSpyBean
	private PaymentGateway gateway;

	@MockitoSpyBean
	private PaymentRepository payments;

	private HttpBrowser chuck;

	private HttpBrowser mark;

	private Customer student;

	private List<Map<String, Object>> firstBills;

	@BeforeAll
	void aClass() {
		this.firstBills = demoBills();
		assertThat(this.firstBills).hasSize(5);
		this.chuck = newBrowser();
		this.chuck.signIn("chuck", "of-the-instructor");
		this.mark = newBrowser();
		this.mark.signIn("mark", "pay-my-bill");
		this.student = newCustomer();
	}

	@BeforeEach
	void begin() {
		reset();
		assertThat(this.chuck.arrival()).isEqualTo("/instructor: The demo data has been reset.");
	}

	private Page reset() {
		return this.chuck.post("/instructor/reset");
	}

	private YearMonth nextMonth() {
		return YearMonth.parse(this.chuck.get("/instructor").find("name=\"month\" value=\"([^\"]*)\""));
	}

	private Page issue(YearMonth month) {
		return this.chuck.post("/instructor/bills", "month", month.toString());
	}

	private YearMonth issueNext() {
		YearMonth month = nextMonth();
		issue(month);
		assertThat(this.chuck.arrival()).isEqualTo("/instructor: The bills have been issued.");
		return month;
	}

	private List<Map<String, Object>> demoBills() {
		return database().sql("""
				select b.number, b.period, b.amount, b.paid, b.due_on
				from bill b join phone_number p on p.number = b.number join account a on a.name = p.owner
				where a.demo = true order by b.number, b.period
				""").query().listOfRows();
	}

	/**
	 * The live bills of a month.
	 */
	private List<String> numbersWithABillFor(YearMonth month) {
		return database().sql("select number from bill where period = ? and number is not null order by number")
			.param(month.atDay(1))
			.query(String.class)
			.list();
	}

	private List<String> everyNumber() {
		return database().sql("select number from phone_number order by number").query(String.class).list();
	}

	private Map<String, Object> billOf(String number, YearMonth month) {
		return database().sql("select amount, paid, due_on from bill where number = ? and period = ?")
			.params("+" + number.replaceAll("\\D", ""), month.atDay(1))
			.query()
			.singleRow();
	}

	private static void pay(HttpBrowser browser, String number) {
		browser.fillCart(number);
		assertThat(browser.pay(GOOD_CARD).location()).startsWith("/payments/");
	}

	@Test
	void everyNumberGetsTheNextMonthsBillForAsMuchAsItsLatestOne() {
		YearMonth month = issueNext();
		assertThat(numbersWithABillFor(month)).isEqualTo(everyNumber());
		assertThat(billOf(MARKS, month)).containsEntry("amount", new BigDecimal("42.50"))
			.containsEntry("paid", new BigDecimal("0.00"))
			.containsEntry("due_on", Date.valueOf(month.atDay(1).plusDays(14)));
		assertThat(billOf("+1 646-555-0117", month)).containsEntry("amount", new BigDecimal("29.90"));
		assertThat(billOf("+1 718-555-0188", month)).containsEntry("amount", new BigDecimal("64.00"));
		assertThat(nextMonth()).isEqualTo(month.plusMonths(1));
	}

	@Test
	void aNumberThatNeverHadABillGetsOneForTheFirstAmount() {
		assertThat(this.firstBills).noneMatch((bill) -> "+17185550189".equals(bill.get("number")));
		assertThat(billOf("+1 718-555-0189", issueNext())).containsEntry("amount", new BigDecimal("42.50"));
	}

	@Test
	void thePageCountsTheNumbersThatHaveNoBillForTheNextMonthAlsoAfterAReset() {
		YearMonth month = issueNext();
		assertThatThePageCountsFor(month.plusMonths(1));
		reset();
		assertThat(numbersWithABillFor(month)).as("kept by the students").isNotEmpty();
		assertThatThePageCountsFor(month);
	}

	private void assertThatThePageCountsFor(YearMonth month) {
		int missing = everyNumber().size() - numbersWithABillFor(month).size();
		assertThat(missing).isGreaterThan(1);
		assertThat(this.chuck.get("/instructor").text())
			.containsPattern(missing + " numbers have no bill for \\w+ " + month.getYear() + " yet\\.")
			.containsPattern("Issue the bills for \\w+ " + month.getYear());
	}

	@Test
	void aClassThatHasPaidEverythingCanWalkAgain() {
		Customer walker = newCustomer();
		pay(walker.browser(), walker.number());
		walker.browser().post("/lookup", "phoneNumber", walker.number());
		assertThat(walker.browser().follow().text()).contains("Nothing is due for this number.");
		issueNext();
		pay(walker.browser(), walker.number());
		issueNext();
		pay(walker.browser(), walker.number());
		assertThat(walker.browser().get("/payments").body().split("href=\"/payments/BP-")).hasSize(4);
	}

	@Test
	void theSameFormSentTwiceIssuesOnce() {
		YearMonth month = issueNext();
		Map<String, Object> rows = everyRow();
		issue(month);
		assertThat(this.chuck.arrival())
			.isEqualTo("/instructor: Every number already has a bill for that month. No bills were issued.");
		assertThat(everyRow()).isEqualTo(rows);
	}

	/**
	 * The requests of one session take turns; these do not.
	 * @param count how many browsers
	 * @return browsers in each of which chuck has signed in
	 */
	private List<HttpBrowser> chuckInSessionsOfHisOwn(int count) {
		return Stream.generate(() -> {
			HttpBrowser browser = newBrowser();
			browser.signIn("chuck", "of-the-instructor");
			return browser;
		}).limit(count).toList();
	}

	private static Callable<Page> post(HttpBrowser browser, String path, String... fields) {
		return () -> browser.post(path, fields);
	}

	@Test
	void theSameFormSentManyTimesAtOnceIssuesOnce() throws Exception {
		YearMonth month = nextMonth();
		List<HttpBrowser> chucks = chuckInSessionsOfHisOwn(8);
		List<Page> answers = ConcurrentTasks.run(8,
				(i) -> post(chucks.get(i), "/instructor/bills", "month", month.toString()));
		assertThat(answers).extracting(Page::status).containsOnly(303);
		assertThat(chucks).extracting(HttpBrowser::arrival)
			.filteredOn((arrival) -> arrival.equals("/instructor: The bills have been issued."))
			.hasSize(1);
		assertThat(numbersWithABillFor(month)).isEqualTo(everyNumber());
		assertThat(nextMonth()).isEqualTo(month.plusMonths(1));
	}

	@Test
	void issuesAMonthAgainToNumbersThatCameLater() {
		YearMonth month = issueNext();
		Customer late = newCustomer();
		assertThat(numbersWithABillFor(month)).hasSize(everyNumber().size() - 1);
		issue(month);
		assertThat(this.chuck.arrival()).isEqualTo("/instructor: The bills have been issued.");
		assertThat(numbersWithABillFor(month)).isEqualTo(everyNumber());
		assertThat(billOf(late.number(), month)).containsEntry("amount", new BigDecimal("42.50"));
	}

	@Test
	@Tag("I2")
	void noMonthIsSkipped() {
		YearMonth next = nextMonth();
		Map<String, Object> rows = everyRow();
		assertThat(issue(next.plusMonths(1)).status()).isEqualTo(422);
		assertThat(issue(next.plusYears(1)).status()).isEqualTo(422);
		assertThat(everyRow()).isEqualTo(rows);
	}

	@Test
	void aResetLeavesExactlyTheBillsOfANewLedger() {
		Customer neighbour = newCustomer();
		issueNext();
		pay(this.mark, MARKS);
		pay(neighbour.browser(), "+1 646-555-0117");
		this.mark.post("/cart/items", "billId", this.mark.get("/bill").find("name=\"billId\" value=\"(\\d+)\""),
				"amount", "1.50");
		this.mark.get("/checkout");
		this.mark.pay(GOOD_CARD);
		assertThat(demoBills()).isNotEqualTo(this.firstBills);
		reset();
		assertThat(this.chuck.arrival()).isEqualTo("/instructor: The demo data has been reset.");
		assertThat(demoBills()).isEqualTo(this.firstBills);
		Page bill = lookUp(this.mark, MARKS);
		assertThat(bill.text()).contains("$42.50").doesNotContain("has been paid");
		assertThat(bill.body().split("class=\"bill\"")).hasSize(2);
	}

	private static Page lookUp(HttpBrowser browser, String number) {
		browser.get("/lookup");
		browser.post("/lookup", "phoneNumber", number);
		return browser.follow();
	}

	@Test
	void aResetTwiceOrManyTimesAtOnceIsTheSameAsOnce() throws Exception {
		reset();
		assertThat(demoBills()).isEqualTo(this.firstBills);
		issueNext();
		List<HttpBrowser> chucks = chuckInSessionsOfHisOwn(6);
		List<Page> answers = ConcurrentTasks.run(6, (i) -> post(chucks.get(i), "/instructor/reset"));
		assertThat(answers).extracting(Page::status).containsOnly(303);
		assertThat(demoBills()).isEqualTo(this.firstBills);
	}

	@Test
	void aResetDeletesNothing() {
		pay(this.mark, MARKS);
		List<Long> bills = ids("select id from bill");
		int payments = ids("select position from payment_line").size();
		reset();
		assertThat(ids("select id from bill")).containsAll(bills);
		assertThat(ids("select position from payment_line")).hasSize(payments);
	}

	private List<Long> ids(String sql) {
		return database().sql(sql).query(Long.class).list();
	}

	@Test
	void receiptsOutlastAResetAndTheHistoryBeginsAnew() {
		this.mark.fillCart(MARKS);
		String receipt = this.mark.pay(GOOD_CARD).location();
		String before = this.mark.get(receipt).text();
		assertThat(this.mark.get("/payments").body()).contains(receipt);
		reset();
		Page history = this.mark.get("/payments");
		assertThat(history.text()).contains("You have no payments yet.");
		assertThat(history.body()).doesNotContain(receipt);
		assertThat(this.mark.get(receipt).text()).isEqualTo(before).contains("Bill for", MARKS, "$42.50");
		pay(this.mark, MARKS);
		assertThat(this.mark.get("/payments").body().split("href=\"/payments/BP-")).hasSize(2);
	}

	@Test
	void aPaymentThatIsBeingConfirmedLeavesTheHistoryTooAndKeepsItsPage() {
		this.mark.fillCart(MARKS);
		String address = this.mark.pay("4000 0000 0000 2024").location();
		reset();
		assertThat(this.mark.get("/payments").text()).contains("You have no payments yet.");
		assertThat(this.mark.get(address).text()).contains("Your payment is being confirmed", "$42.50");
		database().sql("update sandbox_charge set answered_at = current_timestamp - interval '1' minute").update();
		await().until(() -> this.mark.get(address).text().contains("Thank you. Your payment was successful."));
	}

	@Test
	void aResetLeavesCustomersWhoHaveSignedUpAsTheyAre() {
		Customer customer = newCustomer();
		issueNext();
		customer.browser().fillCart(customer.number());
		String receipt = customer.browser().pay(GOOD_CARD).location();
		String bill = lookUp(customer.browser(), customer.number()).text();
		reset();
		assertThat(customer.browser().get("/payments").body()).contains(receipt);
		assertThat(lookUp(customer.browser(), customer.number()).text()).isEqualTo(bill);
	}

	@Test
	void aCartWithAWithdrawnBillCannotBePaidAndSaysWhy() {
		lookUp(this.student.browser(), MARKS);
		HttpBrowser browser = this.student.browser();
		browser.fillCart(MARKS);
		String billId = Long.toString(Collections.max(ids("select id from bill where number = '+12125550142'")));
		browser.get("/checkout");
		reset();
		Map<String, Object> rows = everyRow();
		browser.pay(GOOD_CARD);
		assertThat(browser.arrival())
			.isEqualTo("/cart: Some items in your cart cannot be paid. Please check them below.");
		Page cart = browser.get("/cart");
		assertThat(cart.text()).contains("This bill has been replaced. Remove it to continue.", "Total $0.00");
		assertThat(cart.main().body()).doesNotContain("href=\"/checkout\"");
		assertThat(cart.body()).doesNotContain("name=\"amount\"");
		String line = cart.find("/cart/items/([0-9a-f]+)/remove");
		Page changed = browser.post("/cart/items/" + line, "amount", "1.00");
		assertThat(changed.status()).isEqualTo(422);
		assertThat(changed.text()).contains("This bill has been replaced.");
		assertThat(browser.post("/cart/items", "billId", billId).status()).isEqualTo(404);
		assertThat(everyRow()).isEqualTo(rows);
		browser.post("/cart/items/" + line + "/remove");
		assertThat(browser.arrival()).isEqualTo("/cart: Removed from your cart.");
		pay(browser, MARKS);
	}

	@Test
	@Tag("A6")
	void aWithdrawnBillIsNotFoundByItsOwnerEither() {
		String billId = lookUp(this.mark, MARKS).find("name=\"billId\" value=\"(\\d+)\"");
		reset();
		Page page = this.mark.post("/cart/items", "billId", billId);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text()).contains("Bill not found");
	}

	@Test
	@Tag("P6")
	void nothingIsTakenOffABillThatWasWithdrawnWhileItWasPaid() {
		pay(this.mark, MARKS);
		reset();
		long live = ids("select id from bill where number = '+12125550142'").get(0);
		long withdrawn = ids("select max(id) from bill where withdrawn_from = '+12125550142'").get(0);
		database().sql("update bill set being_paid = paid where id = ?").param(withdrawn).update();
		this.bills.release(withdrawn, new BigDecimal("42.50"));
		assertThat(this.bills.reserve(withdrawn, new BigDecimal("1.00"))).isFalse();
		assertThat(this.bills.reserve(live, new BigDecimal("1.00"))).isTrue();
		this.bills.release(live, new BigDecimal("1.00"));
		database().sql("update bill set paid = amount where id = ?").param(withdrawn).update();
	}

	@Test
	@Tag("P11")
	void payingAndResettingAtOnceLeavesEveryBillWithWhatWasPaidOfIt() throws Exception {
		List<HttpBrowser> payers = Stream.generate(() -> newCustomer().browser()).limit(6).toList();
		for (HttpBrowser payer : payers) {
			String bill = lookUp(payer, MARKS).find("name=\"billId\" value=\"(\\d+)\"");
			payer.post("/cart/items", "billId", bill, "amount", "5.00");
			payer.get("/checkout");
		}
		List<Page> answers = ConcurrentTasks.run(8, (i) -> () -> (i < payers.size()) ? payers.get(i).pay(GOOD_CARD)
				: sameSession(this.chuck).post("/instructor/reset"));
		assertThat(answers).extracting(Page::status).containsOnly(303);
		assertThat(database().sql("""
				select b.id from bill b where b.paid <> coalesce((select sum(l.amount) from payment_line l
					join payment p on p.reference = l.payment where l.bill = b.id and p.status = 'APPROVED'), 0)
				""").query(Long.class).list()).isEmpty();
	}

	@Test
	void afterAResetTheSameMonthsComeAgainWithoutAGapOrADuplicate() {
		YearMonth first = issueNext();
		YearMonth second = issueNext();
		reset();
		assertThat(nextMonth()).isEqualTo(first);
		assertThat(issueNext()).isEqualTo(first);
		assertThat(numbersWithABillFor(first)).isEqualTo(everyNumber());
		assertThat(issueNext()).as("the student has kept this month too").isEqualTo(second);
		assertThat(numbersWithABillFor(second)).isEqualTo(everyNumber());
		assertThat(nextMonth()).isEqualTo(second.plusMonths(1));
	}

	@Test
	void aFormFromBeforeAResetSkipsNoMonth() {
		issueNext();
		YearMonth before = issueNext();
		reset();
		Map<String, Object> rows = everyRow();
		Page page = issue(before);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text()).contains(before + " is not the next month. No bills were issued.");
		assertThat(everyRow()).isEqualTo(rows);
	}

	@Test
	void aLaterSignUpDoesNotChangeTheNextMonth() {
		YearMonth month = issueNext();
		newCustomer();
		assertThat(nextMonth()).isEqualTo(month.plusMonths(1));
	}

	@Test
	void theLedgerPageReadsEachLedgerOnce() {
		clearInvocations(this.gateway, this.payments);
		assertThat(this.chuck.get("/instructor/ledger").text()).contains("Ledger comparison");
		then(this.gateway).should().statement();
		then(this.payments).should().findAll();
	}

	@Test
	@Tag("L1")
	void bothAreLoggedWithWhoDidIt(CapturedOutput output) {
		int missing = everyNumber().size() - numbersWithABillFor(nextMonth()).size();
		YearMonth month = issueNext();
		reset();
		assertThat(output.getOut().lines())
			.filteredOn((line) -> line.endsWith("bills-issued: user=chuck month=" + month + " count=" + missing))
			.singleElement()
			.asString()
			.contains(" INFO [request=", "address=127.0.0.1");
		assertThat(output.getOut().lines()).filteredOn((line) -> line.endsWith("demo-reset: user=chuck")).isNotEmpty();
	}

}
