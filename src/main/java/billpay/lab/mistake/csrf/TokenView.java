package billpay.lab.mistake.csrf;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the page needs for its forms.
 *
 * @param token the token of the session, {@code null} before there is one
 * @param otherSite the address of the page of another site, {@code null} for a browser
 * that has opened the page by another name than localhost
 * @param atLocalhost the address of the page at localhost, {@code null} for a browser
 * that has opened it there or is on another machine
 */
public record TokenView(@Nullable String token, @Nullable String otherSite, @Nullable String atLocalhost) {

	static TokenView of(@Nullable String token, HttpServletRequest request) {
		return new TokenView(token, OtherSiteController.addressFor(request),
				OtherSiteController.addressAtLocalhost(request));
	}

}
