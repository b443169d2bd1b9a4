package billpay.account.login.throttle;

import java.util.Optional;

import billpay.web.CookieDefinition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.core.token.TokenService;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * The long-lived cookie that identifies a browser (OWASP: device cookie): a random id and
 * the account that logged in last, signed. Every node can verify it, also after a
 * restart, and none has to store it. It does not log anybody in.
 */
@Component
public class BrowserIdentityCookie implements AuthenticationDetailsSource<HttpServletRequest, BrowserIdentity> {

	private static final String SEPARATOR = "/";

	private final StringKeyGenerator ids = KeyGenerators.string();

	private final CookieDefinition definition;

	private final TokenService tokens;

	BrowserIdentityCookie(@Qualifier("browserCookieDefinition") CookieDefinition definition, TokenService tokens) {
		this.definition = definition;
		this.tokens = tokens;
	}

	/**
	 * Tells which browser has sent a request with a form.
	 * @param request the request
	 * @return the browser
	 */
	@Override
	public BrowserIdentity buildDetails(HttpServletRequest request) {
		return read(request).orElseGet(() -> new BrowserIdentity(request.getSession().getId(), null));
	}

	/**
	 * Makes an account known to the browser from which it has just logged in.
	 * @param account the account's name
	 * @param request the request
	 * @param response the response that carries the cookie
	 */
	public void remember(String account, HttpServletRequest request, HttpServletResponse response) {
		Optional<BrowserIdentity> browser = read(request);
		if (browser.filter((known) -> known.isKnownTo(account)).isEmpty()) {
			String id = browser.map(BrowserIdentity::id).orElseGet(this.ids::generateKey);
			this.definition.write(this.tokens.allocateToken(id + SEPARATOR + account).getKey(), response);
		}
	}

	private Optional<BrowserIdentity> read(HttpServletRequest request) {
		return Optional.ofNullable(this.definition.read(request)).map(this::verify);
	}

	private @Nullable BrowserIdentity verify(String value) {
		try {
			String[] signed = this.tokens.verifyToken(value).getExtendedInformation().split(SEPARATOR, 2);
			return new BrowserIdentity(signed[0], signed[1]);
		}
		catch (RuntimeException ex) {
			// Made up, or signed by another installation.
			return null;
		}
	}

}
