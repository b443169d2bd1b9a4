package billpay.lab.mistake;

import java.util.Locale;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import billpay.web.error.RefusedRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A form that another site sends with the cookie of its victim. Wrong: the server does
 * what it says. Right: the form needs a token, which the other site cannot read. The
 * cookie has no {@code SameSite} attribute, because {@code Lax} would keep it at home: a
 * browser may send such a one along for two minutes.
 */
@Controller
@Order(7)
class NoCsrfTokenController implements Mistake {

	static final String PATH = MistakeSessions.PATH + "/no-csrf-token";

	private static final String TOKEN = "no-csrf-token.token";

	private final StringKeyGenerator tokens = KeyGenerators.string();

	private final MistakeSessions sessions;

	private final CookieDefinition cookie;

	NoCsrfTokenController(MistakeSessions sessions, CookieDefinitionFactory cookies) {
		this.sessions = sessions;
		this.cookie = MistakeSessions.cookie(cookies, "LAB_NO_SAMESITE", PATH, "");
	}

	@Override
	public String name() {
		return "no-csrf-token";
	}

	@Override
	public Outcome outcome(Half half, Session session) {
		Recipient recipient = session.getAttribute(half.attribute(this));
		return Outcome
			.of("no-csrf-token." + ((recipient != null) ? recipient.name().toLowerCase(Locale.ROOT) : "kept"));
	}

	@Override
	public Outcome outcomeOfCommands(Half half) {
		return Outcome.of((half == Half.WRONG) ? "no-csrf-token.stranger" : "no-csrf-token.refused");
	}

	@Override
	public Object details(Session session, String site) {
		return new TokenView(session.getAttributeOrDefault(TOKEN, ""), site.replace("//localhost:", "//127.0.0.1:")
				+ PATH + "/stranger?lang=" + LocaleContextHolder.getLocale().toLanguageTag());
	}

	// The two minutes begin when a cookie is created, so it is created anew each time.
	@Override
	public void open(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> {
			if (session.getAttribute(TOKEN) == null) {
				session.setAttribute(TOKEN, this.tokens.generateKey());
			}
			this.cookie.forget(response);
			this.cookie.write(session.getId(), response);
		});
	}

	@PostMapping(PATH + "/wrong/send")
	String wrong(@RequestParam Recipient to, HttpServletRequest request, HttpServletResponse response) {
		findSession(request);
		return send(Half.WRONG, to, request, response);
	}

	@PostMapping(PATH + "/right/send")
	String right(@RequestParam Recipient to, @RequestParam(defaultValue = "") String token, HttpServletRequest request,
			HttpServletResponse response) {
		findSession(request);
		if (!token.equals(tokenOf(request))) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.no-csrf-token.refused");
		}
		return send(Half.RIGHT, to, request, response);
	}

	private @Nullable String tokenOf(HttpServletRequest request) {
		return this.sessions.read(request, (session) -> session.<String>getAttribute(TOKEN));
	}

	private void findSession(HttpServletRequest request) {
		if (!this.sessions.resume(MistakeSessions.read(request, this.cookie), request)) {
			throw new RefusedRequestException(HttpStatus.FORBIDDEN, "lab.mistake.no-csrf-token.no-cookie");
		}
	}

	private String send(Half half, Recipient to, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.update(request, response, (session) -> session.setAttribute(half.attribute(this), to));
		return half.page(this);
	}

	/** To whom mark's money can be sent. */
	enum Recipient {

		/** To whom mark wants to send it. */
		JAN,

		/** Who wants to have it. */
		STRANGER

	}

	/**
	 * What the page needs for its forms.
	 *
	 * @param token the token of the session
	 * @param stranger the address of the page of another site
	 */
	public record TokenView(String token, String stranger) {

	}

}
