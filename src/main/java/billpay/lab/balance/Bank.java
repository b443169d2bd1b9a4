package billpay.lab.balance;

import java.math.BigDecimal;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Remembers what has really been paid out, whatever the sessions say. The latest thousand
 * accounts are kept.
 */
@Component
class Bank {

	private static final int MAX_ACCOUNTS = 1000;

	private final Cache<String, BigDecimal> paidOut = Caffeine.newBuilder().maximumSize(MAX_ACCOUNTS).build();

	String open() {
		return UUID.randomUUID().toString();
	}

	void pay(String account, BigDecimal amount) {
		this.paidOut.asMap().merge(account, amount, BigDecimal::add);
	}

	BigDecimal paidOut(String account) {
		return this.paidOut.asMap().getOrDefault(account, BigDecimal.ZERO);
	}

}
