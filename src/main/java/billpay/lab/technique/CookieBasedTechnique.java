package billpay.lab.technique;

import java.util.regex.Pattern;

import billpay.web.CookieDefinition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A technique whose state the browser keeps in a cookie. The cookie's path is the
 * technique's page, so that the requests of the other techniques and of the shop do not
 * carry it.
 */
public interface CookieBasedTechnique extends Technique {

	/**
	 * The longest value that is sent. A browser ignores a cookie of more than 4,096
	 * characters (RFC 6265bis, section 5.6); Tomcat cannot send 8,192.
	 */
	int MAX_LENGTH = 6000;

	/** Characters that a cookie and a header can have as they are. */
	Pattern HEADER_SAFE = Pattern.compile("[A-Za-z0-9._~*:=@-]*");

	/**
	 * The cookie.
	 * @return a temporary cookie for the technique's page
	 */
	CookieDefinition cookie();

	@Override
	default boolean canCarry(String text) {
		return HEADER_SAFE.matcher(text).matches();
	}

	@Override
	default void send(String state, HttpServletResponse response) {
		if (state.length() <= MAX_LENGTH) {
			cookie().write(state, response);
		}
	}

	@Override
	default @Nullable String receive(HttpServletRequest request) {
		return cookie().read(request);
	}

	@Override
	default String changesFrom() {
		return "cookie";
	}

	@Override
	default void forget(HttpServletResponse response) {
		cookie().forget(response);
	}

}
