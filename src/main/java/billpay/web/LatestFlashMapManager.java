package billpay.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps flash attributes in the session as Spring MVC does, but those of the latest
 * redirect alone: a form that is sent twice is told once, and a session does not grow by
 * redirects that nobody follows. The list is replaced and never changed in place. No
 * session is created for it.
 */
class LatestFlashMapManager extends SessionFlashMapManager {

	@Override
	protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		List<FlashMap> stored = super.retrieveFlashMaps(request);
		return (stored != null) ? new ArrayList<>(stored) : null;
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) != null) {
			int size = flashMaps.size();
			super.updateFlashMaps(new ArrayList<>(flashMaps.subList(Math.max(size - 1, 0), size)), request, response);
		}
	}

	// No lock: Spring Session gives each request an object of its own for the session,
	// and
	// the default would create the session to lock it.
	@Override
	protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
		return null;
	}

}
