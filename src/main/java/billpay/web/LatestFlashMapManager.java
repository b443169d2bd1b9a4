package billpay.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps only the flash attributes of the latest redirect in the session, so that
 * redirects that are never followed do not accumulate. The list is replaced and not
 * changed in place. It does not create a session.
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
	// and the default would create the session to lock it.
	@Override
	protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
		return null;
	}

}
