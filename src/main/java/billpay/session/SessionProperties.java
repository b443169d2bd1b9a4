package billpay.session;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.session.Session;
import org.springframework.validation.annotation.Validated;

/**
 * How long a session lives and how many there may be: {@code billpay.session.*}.
 *
 * @param anonymousIdle how long the session of somebody who is not signed in outlives its
 * last request
 * @param signedInIdle the same for a signed-in customer (OWASP ASVS 7.3.1)
 * @param absolute the longest a session lives, however busy it is (OWASP ASVS 7.3.2)
 * @param maxAnonymous the most anonymous sessions in a node's memory; beyond it the one
 * that was created first is removed, also if it is in use, and never a signed-in one. No
 * limit in Redis
 * @param maxSignedIn the most signed-in sessions in a node's memory; no limit in Redis
 * @param maxPerAccount the most sessions of one account; beyond it the one that was
 * longest unused ends. High enough for a class that shares one demo customer.
 * @param lockTimeout how long a request that writes waits for the others of its session
 */
@Validated
@ConfigurationProperties("billpay.session")
public record SessionProperties(@DefaultValue("5m") Duration anonymousIdle, @DefaultValue("30m") Duration signedInIdle,
		@DefaultValue("8h") Duration absolute, @DefaultValue("10000") @Min(1) int maxAnonymous,
		@DefaultValue("500000") @Min(1) int maxSignedIn, @DefaultValue("100") @Min(1) int maxPerAccount,
		@DefaultValue("10s") Duration lockTimeout) {

	/**
	 * When a session expires if nobody asks for it again.
	 * @param session the session
	 * @return the earlier of the idle and the absolute limit
	 */
	public Instant expiryOf(Session session) {
		Instant idle = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
		Instant absoluteEnd = session.getCreationTime().plus(this.absolute);
		return (idle.isBefore(absoluteEnd)) ? idle : absoluteEnd;
	}

}
