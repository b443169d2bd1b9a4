package billpay.availability;

import billpay.availability.StoreUnavailableException.Store;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Says on a page that {@link StoreUnavailableFilter} shows without a session that there
 * is none.
 */
@ControllerAdvice
class SessionsUnavailableControllerAdvice {

	// A redirect leaves its notice as a flash attribute, which is in the model already:
	// then this is not called.
	@ModelAttribute("notice")
	@Nullable String notice(HttpServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.FORWARD
				&& StoreUnavailableException.affects(Store.SESSIONS, request)) ? "notice.sessions-unavailable" : null;
	}

}
