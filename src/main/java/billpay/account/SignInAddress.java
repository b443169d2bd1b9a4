package billpay.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * The way to the sign-in page from wherever a request was stopped, with the reason and
 * the page to come back to. Who was signing up goes on signing up.
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

	/**
	 * Whether a browser comes to the sign-in page because its session was not found.
	 * @param request a request for the sign-in page
	 * @return {@code true} when its address gives that as the reason
	 */
	static boolean saysThatSessionIsGone(HttpServletRequest request) {
		return "expired".equals(request.getParameter("notice"));
	}

	void redirect(HttpServletRequest request, HttpServletResponse response, Optional<ReturnPath> next)
			throws IOException {
		redirect(request, response, next, (sessionIsGone(request)) ? "expired" : "sign-in-first");
	}

	void redirect(HttpServletRequest request, HttpServletResponse response, Optional<ReturnPath> next, String notice)
			throws IOException {
		String form = ("/signup".equals(request.getServletPath())) ? "/signup" : "/login";
		String nextPage = next.map((path) -> "&next=" + UriUtils.encode(path.value(), StandardCharsets.UTF_8))
			.orElse("");
		this.seeOther.sendRedirect(request, response, form + "?notice=" + notice + nextPage);
	}

}
