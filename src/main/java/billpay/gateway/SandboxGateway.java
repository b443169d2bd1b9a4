package billpay.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import billpay.gateway.SandboxChargeRepository.Entry;
import billpay.payment.Card;
import billpay.payment.PaymentGateway;

import org.springframework.stereotype.Component;

/**
 * A payment gateway for tests: the result depends on the card number, and no money moves.
 * <p>
 * A charge is decided and stored when it arrives; only the response may be late or lost.
 * So the gateway can be asked again after a restart, and no thread waits for a slow
 * charge.
 */
@Component
class SandboxGateway implements PaymentGateway {

	private final SandboxChargeRepository charges;

	private final SandboxProperties properties;

	private final Clock clock;

	SandboxGateway(SandboxChargeRepository charges, SandboxProperties properties, Clock clock) {
		this.charges = charges;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public CompletableFuture<ChargeResult> charge(Charge charge, Card card) {
		SandboxCard behaviour = SandboxCard.of(card.number());
		if (behaviour == SandboxCard.REQUEST_LOST) {
			return new CompletableFuture<>();
		}
		Duration latency = (behaviour == SandboxCard.SLOW) ? this.properties.slowCardDelay() : Duration.ZERO;
		Instant now = now();
		Entry entry = this.charges.findOrCreate(charge, behaviour.result(), now.plus(latency));
		if (!entry.isFor(charge)) {
			return CompletableFuture.failedFuture(new IdempotencyKeyReusedException(charge.key()));
		}
		return (behaviour == SandboxCard.RESPONSE_LOST) ? new CompletableFuture<>() : result(entry, now);
	}

	private Instant now() {
		// As the database can hold it: otherwise an entry that is read back looks like
		// one of the next microsecond.
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static CompletableFuture<ChargeResult> result(Entry entry, Instant now) {
		Duration wait = Duration.between(now, entry.respondsAt());
		return (wait.toMillis() > 0) ? new CompletableFuture<ChargeResult>().completeOnTimeout(entry.result(),
				wait.toMillis(), TimeUnit.MILLISECONDS) : CompletableFuture.completedFuture(entry.result());
	}

	@Override
	public CompletableFuture<Optional<ChargeResult>> conclude(Charge charge) {
		Instant now = now();
		Entry entry = this.charges.findOrCreate(charge, ChargeResult.VOID, now);
		if (!entry.isFor(charge)) {
			return CompletableFuture.failedFuture(new IdempotencyKeyReusedException(charge.key()));
		}
		boolean answered = !entry.respondsAt().isAfter(now);
		return CompletableFuture.completedFuture((answered) ? Optional.of(entry.result()) : Optional.empty());
	}

	@Override
	public List<Charge> statement() {
		return this.charges.findApproved();
	}

	@Override
	public List<TestCard> testCards() {
		return Arrays.stream(SandboxCard.values()).map(SandboxCard::toTestCard).toList();
	}

}
