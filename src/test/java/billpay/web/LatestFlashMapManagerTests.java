package billpay.web;

import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of flash attributes between a redirect and the page after it.
 */
class LatestFlashMapManagerTests {

	private static final String ATTRIBUTE = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

	private final LatestFlashMapManager flashMaps = new LatestFlashMapManager();

	private final MockHttpSession session = new MockHttpSession();

	private FlashMap added;

	@BeforeEach
	void aRedirectToTheCart() {
		this.added = flash("/cart", "notice.added");
	}

	private static FlashMap flash(String path, String notice) {
		FlashMap flash = new FlashMap();
		flash.setTargetRequestPath(path);
		flash.put("notice", notice);
		return flash;
	}

	private MockHttpServletRequest request(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setSession(this.session);
		return request;
	}

	private void save(FlashMap flash) {
		this.flashMaps.saveOutputFlashMap(flash, request("POST", "/cart/items"), new MockHttpServletResponse());
	}

	private Object noticeOn(String path) {
		FlashMap flash = this.flashMaps.retrieveAndUpdate(request("GET", path), new MockHttpServletResponse());
		return (flash != null) ? flash.get("notice") : null;
	}

	@Test
	void theirPageFindsThemOnceAndNoOtherPageDoes() {
		save(this.added);
		assertThat(noticeOn("/bill")).isNull();
		assertThat(noticeOn("/cart")).isEqualTo("notice.added");
		assertThat(noticeOn("/cart")).isNull();
		assertThat(this.session.getAttribute(ATTRIBUTE)).isNull();
	}

	@Test
	void ofManyRedirectsThatNobodyFollowedTheLatestIsKept() {
		save(this.added);
		save(flash("/instructor", "notice.demo-reset"));
		FlashMap removed = flash("/cart", "notice.removed");
		save(removed);
		assertThat(this.session.getAttribute(ATTRIBUTE)).isEqualTo(List.of(removed));
		assertThat(noticeOn("/cart")).isEqualTo("notice.removed");
		assertThat(noticeOn("/cart")).isNull();
	}

	@Test
	void theListInTheSessionIsReplacedAndNeverChanged() {
		save(this.added);
		Object first = this.session.getAttribute(ATTRIBUTE);
		save(flash("/cart", "notice.removed"));
		Object second = this.session.getAttribute(ATTRIBUTE);
		noticeOn("/cart");
		assertThat(first).isEqualTo(List.of(this.added));
		assertThat(second).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
	}

	@Test
	@Tag("S13")
	void noSessionIsCreatedForThem() {
		MockHttpServletRequest stranger = new MockHttpServletRequest("POST", "/cart/items");
		this.flashMaps.saveOutputFlashMap(this.added, stranger, new MockHttpServletResponse());
		assertThat(stranger.getSession(false)).isNull();
	}

}
