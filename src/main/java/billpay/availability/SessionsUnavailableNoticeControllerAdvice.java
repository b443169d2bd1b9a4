package billpay.availability;

import billpay.availability.StoreUnavailableException.Store;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds a notice to the pages that are shown without a session because the session store
 * is unavailable.
 */
@ControllerAdvice
class SessionsUnavailableNoticeControllerAdvice {

	// A redirect leaves its notice as a flash attribute, which is in the model already:
	// then this is not called.
	@ModelAttribute("notice")
	@Nullable String notice(HttpServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.FORWARD
				&& StoreUnavailableException.affects(Store.SESSIONS, request)) ? "notice.sessions-unavailable" : null;
	}

}
