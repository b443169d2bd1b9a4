package billpay.lab.balance;

import java.math.BigDecimal;
import java.util.UUID;

import billpay.lab.technique.LabProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Remembers what has really been paid out, whatever the sessions say; as long as the lab
 * keeps sessions, and for ten times as many accounts.
 */
@Component
class Bank {

	private static final int ACCOUNTS_PER_SESSION = 10;

	private final Cache<String, BigDecimal> paidOut;

	Bank(LabProperties properties) {
		this.paidOut = Caffeine.newBuilder()
			.maximumSize((long) ACCOUNTS_PER_SESSION * properties.maxSessions())
			.expireAfterAccess(properties.keep())
			.build();
	}

	String open() {
		return UUID.randomUUID().toString();
	}

	void pay(String account, BigDecimal amount) {
		this.paidOut.asMap().merge(account, amount, BigDecimal::add);
	}

	BigDecimal paidOut(String account) {
		BigDecimal amount = this.paidOut.getIfPresent(account);
		return (amount != null) ? amount : BigDecimal.ZERO;
	}

}
