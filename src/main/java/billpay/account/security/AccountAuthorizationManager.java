package billpay.account.security;

import java.util.function.Supplier;

import billpay.account.AccountRepository;
import billpay.availability.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Requires a signed-in user whose account exists. A session in Redis outlives a ledger
 * that is replaced; such a session is no authentication any more.
 */
@Component
class AccountAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {

	private final AuthorizationManager<RequestAuthorizationContext> signedIn = AuthenticatedAuthorizationManager
		.authenticated();

	private final AccountRepository accounts;

	AccountAuthorizationManager(AccountRepository accounts) {
		this.accounts = accounts;
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> user,
			RequestAuthorizationContext request) {
		AuthorizationResult result = this.signedIn.authorize(user, request);
		if (result != null && result.isGranted() && isMissing(user.get().getName())) {
			throw new UsernameNotFoundException("The account of the session does not exist");
		}
		return result;
	}

	// While the database is unavailable the page says so, if it needs the database.
	private boolean isMissing(String name) {
		try {
			return !this.accounts.exists(name);
		}
		catch (RuntimeException ex) {
			if (StoreUnavailableException.findIn(ex) == null) {
				throw ex;
			}
			return false;
		}
	}

}
