package billpay.account;

import java.io.IOException;
import java.util.Optional;

import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way to the sign-in page from wherever a request was stopped, with the reason and
 * the page to come back to.
 */
@Component
class SignInAddress {

	private final DefaultRedirectStrategy seeOther = new DefaultRedirectStrategy();

	SignInAddress() {
		this.seeOther.setStatusCode(HttpStatus.SEE_OTHER);
	}

	/**
	 * Whether the browser named a session that is no more.
	 * @param request the request
	 * @return {@code true} when its session has expired, was ended, or never was
	 */
	static boolean sessionIsGone(HttpServletRequest request) {
		return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
	}

	void redirect(HttpServletRequest request, HttpServletResponse response, Optional<ReturnPath> next)
			throws IOException {
		redirect(request, response, next, (sessionIsGone(request)) ? "expired" : "sign-in-first");
	}

	void redirect(HttpServletRequest request, HttpServletResponse response, Optional<ReturnPath> next, String notice)
			throws IOException {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/login").queryParam("notice", notice);
		next.ifPresent((path) -> address.queryParam("next", "{next}"));
		this.seeOther.sendRedirect(request, response,
				address.encode()
					.build(next.map((path) -> new Object[] { path.value() }).orElse(new Object[0]))
					.toString());
	}

}
