package billpay.web;

import org.springframework.core.Ordered;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The filters in front of Spring Security, in the order in which a request passes them;
 * the last is Spring Session's own.
 */
public enum FilterOrder implements Ordered {

	/** Headers on every response, also of errors. */
	SECURITY_HEADERS,

	/** Request id and session fingerprint for the log. */
	LOG_CONTEXT,

	/** 503 when a store is unavailable for one of the filters below. */
	STORE_UNAVAILABLE,

	/** 400 for malformed parameters. */
	PARAMETER_VALIDATION,

	/** What the server view shows, with all that the filters below do to the session. */
	EXCHANGE_RECORDING,

	/** One POST of a session at a time. */
	SESSION_LOCK,

	/** Spring Session. */
	SESSION_REPOSITORY;

	@Override
	public int getOrder() {
		return SessionRepositoryFilter.DEFAULT_ORDER - (SESSION_REPOSITORY.ordinal() - ordinal());
	}

}
