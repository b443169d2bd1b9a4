package billpay.lab.balance;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import billpay.lab.technique.LabProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.session.UuidSessionIdGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How much is kept for browser A and browser B.
 */
class BalanceServiceTests {

	private final Bank bank = new Bank(properties(100));

	private final BalanceService balances = new BalanceService(properties(100), UuidSessionIdGenerator.getInstance(),
			this.bank);

	private static LabProperties properties(int maxSessions) {
		return new LabProperties(null, Duration.ofMinutes(10), maxSessions, false);
	}

	@ParameterizedTest
	@EnumSource(names = { "EXPIRE", "OTHER_NODE" })
	void aBrowserHasTwoSessionsAtMost(BalanceAction action) {
		List<String> ids = sessionsBy(action);
		assertThat(ids.subList(0, ids.size() - 2)).allSatisfy((id) -> assertThat(this.balances.find(id)).isEmpty());
		assertThat(this.balances.find(ids.get(ids.size() - 1))).isPresent();
	}

	@Test
	void aBrowserThatBeginsAgainLeavesNothingBehind() {
		List<String> ids = sessionsBy(BalanceAction.OTHER_NODE);
		this.balances.end(ids.get(ids.size() - 1));
		assertThat(ids).allSatisfy((id) -> assertThat(this.balances.find(id)).isEmpty());
	}

	// The ids that a browser has sent. Every second action goes to the other node, which
	// leaves a session behind.
	private List<String> sessionsBy(BalanceAction action) {
		List<String> ids = new ArrayList<>(List.of(this.balances.begin(Owner.CHUCK)));
		for (int i = 0; i < 4; i++) {
			BalanceAction next = (i % 2 == 0) ? BalanceAction.OTHER_NODE : action;
			ids.add(this.balances.perform(next, ids.get(i), Owner.CHUCK));
		}
		return ids;
	}

	@Test
	void theBankForgetsAccountsWhenThereAreTooMany() {
		Bank small = new Bank(properties(1));
		List<String> accounts = IntStream.range(0, 200).mapToObj((number) -> "account-" + number).toList();
		accounts.forEach((account) -> small.pay(account, BigDecimal.TEN));
		await()
			.untilAsserted(() -> assertThat(accounts.stream().filter((account) -> small.paidOut(account).signum() > 0))
				.hasSizeLessThanOrEqualTo(10));
	}

	@Test
	void theBankForgetsAnAccountThatWasNotUsed() {
		Bank forgetful = new Bank(new LabProperties(null, Duration.ofNanos(1), 1, false));
		forgetful.pay("account", BigDecimal.TEN);
		assertThat(forgetful.paidOut("account")).isZero();
	}

}
