package billpay.payment.checkout;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import billpay.payment.Payment;
import billpay.payment.PaymentGateway.IdempotencyKeyReusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Logs that a call of the gateway failed: a failure of the connection, of the database or
 * of the key in one line, any other as an error with its stack trace. That trace has no
 * messages, because a message may quote the card.
 */
final class GatewayFailureLogger {

	private static final Logger log = LoggerFactory.getLogger(GatewayFailureLogger.class);

	private GatewayFailureLogger() {
	}

	static void log(Payment payment, Throwable failure) {
		boolean wrapped = failure instanceof ExecutionException || failure instanceof CompletionException;
		Throwable cause = (wrapped && failure.getCause() != null) ? failure.getCause() : failure;
		if (isExpected(cause)) {
			log.warn("gateway-failed: reference={} {}", payment.reference(), cause.toString());
		}
		else {
			log.error("gateway-failed: reference={}", payment.reference(), withoutMessages(cause));
		}
	}

	private static boolean isExpected(Throwable failure) {
		return (failure instanceof Exception && !(failure instanceof RuntimeException))
				|| failure instanceof DataAccessException || failure instanceof TransactionException
				|| failure instanceof IdempotencyKeyReusedException;
	}

	private static @Nullable Throwable withoutMessages(@Nullable Throwable failure) {
		if (failure == null) {
			return null;
		}
		Throwable copy = new Throwable(failure.getClass().getName(), withoutMessages(failure.getCause()));
		copy.setStackTrace(failure.getStackTrace());
		return copy;
	}

}
