package billpay.account.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import billpay.web.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.RedirectStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.util.UriUtils;

/**
 * Redirects a request that was stopped to the login page, or back to the sign-up page if
 * that is where it came from, with the page to return to.
 */
@Component
public class LoginPageRedirector {

	private static final String SIGN_UP = "/signup";

	private final RedirectStrategy redirects;

	private final FlashMapManager flashMaps;

	LoginPageRedirector(RedirectStrategy redirects, FlashMapManager flashMaps) {
		this.redirects = redirects;
		this.flashMaps = flashMaps;
	}

	/**
	 * Whether the browser sent the id of a session that does not exist.
	 * @param request the request
	 * @return {@code true} when its session has expired, was ended, or never was
	 */
	public static boolean sessionHasEnded(HttpServletRequest request) {
		return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
	}

	/**
	 * Redirects to the login page.
	 * @param request the request that was stopped
	 * @param response its response
	 * @param next the page to come back to
	 */
	public void redirect(HttpServletRequest request, HttpServletResponse response, Optional<ReturnPath> next)
			throws IOException {
		this.redirects.sendRedirect(request, response, addressOf(formPath(request), next));
	}

	/**
	 * Redirects to the login page with a notice, which is stored in the session.
	 * @param notice the key of a message
	 * @param request the request that was stopped
	 * @param response its response
	 * @param next the page to come back to
	 */
	public void redirect(String notice, HttpServletRequest request, HttpServletResponse response,
			Optional<ReturnPath> next) throws IOException {
		addNotice(notice, formPath(request), request, response);
		redirect(request, response, next);
	}

	/**
	 * Redirects a signed-in customer to the home page with a notice.
	 * @param notice the key of a message
	 * @param request the request that was stopped
	 * @param response its response
	 */
	public void redirectHome(String notice, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		addNotice(notice, "/", request, response);
		this.redirects.sendRedirect(request, response, "/");
	}

	/**
	 * Whether a request is for the login or the sign-up form.
	 * @param request the request
	 * @return {@code true} for either of them
	 */
	public static boolean isLoginOrSignUp(HttpServletRequest request) {
		return Set.of("/login", SIGN_UP).contains(request.getServletPath());
	}

	static String addressOf(String form, Optional<ReturnPath> next) {
		return next.map((page) -> form + "?next=" + UriUtils.encode(page.value(), StandardCharsets.UTF_8)).orElse(form);
	}

	private void addNotice(String notice, String page, HttpServletRequest request, HttpServletResponse response) {
		FlashMap flash = new FlashMap();
		flash.put("notice", notice);
		flash.setTargetRequestPath(request.getContextPath() + page);
		this.flashMaps.saveOutputFlashMap(flash, request, response);
	}

	private static String formPath(HttpServletRequest request) {
		return (SIGN_UP.equals(request.getServletPath())) ? SIGN_UP : "/login";
	}

}
