package billpay.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps the time in the visitor cookie up to date while a signed-in customer views pages,
 * so that it is right also without a sign-out. A POST sets nothing: it redirects to a
 * page, and one of them deletes the cookie.
 */
@Component
class VisitorCookieInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final VisitorCookie visitorCookie;

	VisitorCookieInterceptor(VisitorCookie visitorCookie) {
		this.visitorCookie = visitorCookie;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String user = request.getRemoteUser();
		if (user != null && HttpMethod.GET.matches(request.getMethod())) {
			this.visitorCookie.remember(user, request, response);
		}
		return true;
	}

}
