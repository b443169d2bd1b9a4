package billpay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Does without flash attributes. Spring MVC looks for them in the session at every
 * request, and what they carry would be a third thing in it: a redirect here says what
 * happened in its query string.
 */
class NoFlashMaps implements FlashMapManager {

	@Override
	public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void saveOutputFlashMap(FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
		Assert.state(flashMap.isEmpty(), "Flash attributes are not kept: use the query string");
	}

}
