package billpay.web;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;

import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.web.security.SecurityHeadersFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An error tells its reader how to go on, and nothing of the inside.
 */
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTests extends OverHttp {

	private static final String SECRET = "the secret of the database";

	private final List<RequestMappingInfo> failing = List.of(RequestMappingInfo.paths("/failing").build(),
			RequestMappingInfo.paths("/failing-midway").build());

	private HttpBrowser browser;

	@BeforeAll
	void twoPagesThatFail() throws NoSuchMethodException {
		mappings().registerMapping(this.failing.get(0), new Failing(), Failing.class.getDeclaredMethod("atOnce"));
		mappings().registerMapping(this.failing.get(1), new Failing(),
				Failing.class.getDeclaredMethod("midway", Model.class));
		this.browser = newCustomer().browser();
	}

	@AfterAll
	void reset() {
		this.failing.forEach(mappings()::unregisterMapping);
	}

	@Test
	@Tag("L4")
	@Tag("C4")
	void aFailureIsAPageWithAnIdThatFindsItInTheLog(CapturedOutput output) {
		tellsNothing(this.browser.get("/failing"), output);
	}

	@Test
	@Tag("L4")
	@Tag("C4")
	void aTemplateThatFailsMidwayIsTheSamePageAndNoHalfOne(CapturedOutput output) {
		Page page = this.browser.get("/failing-midway");
		tellsNothing(page, output);
		assertThat(page.body().split("<!DOCTYPE html>")).hasSize(2);
		assertThat(page.body()).doesNotContain("Your payments").endsWith("</html>\n");
	}

	@Test
	@Tag("L4")
	void aFailureIsInTheReadersLanguage() {
		Page page = sameSession(this.browser).with("Accept-Language", "zh-TW").get("/failing");
		assertThat(page.status()).isEqualTo(500);
		assertThat(page.text()).contains("系統發生錯誤");
	}

	@Test
	void theSessionOutlivesAFailure() {
		String before = this.browser.sessionId();
		this.browser.get("/failing");
		assertThat(this.browser.get("/cart").status()).isEqualTo(200);
		assertThat(this.browser.sessionId()).isEqualTo(before);
	}

	private static void tellsNothing(Page page, CapturedOutput output) {
		assertThat(page.status()).isEqualTo(500);
		assertThat(page.text()).contains("Something went wrong on our side").contains("Status 500, request ");
		assertThat(page.body()).doesNotContain(SECRET).doesNotContain("Exception");
		assertThat(page.withoutServerView().body()).doesNotContain("billpay.")
			.doesNotContain("org.")
			.doesNotContain("java.")
			.doesNotContain("\tat ")
			.doesNotContain("#fields");
		assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityHeadersFilter.CONTENT_SECURITY_POLICY);
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		String id = page.find("request ([0-9a-f]{8})<");
		assertThat(output.getOut().lines()).anyMatch((line) -> line.contains("ERROR [request=" + id + " session=#")
				&& line.contains("Request " + id + " to /failing"));
		assertThat(output).contains(SECRET);
	}

	/**
	 * A controller with a fault.
	 */
	static class Failing {

		String atOnce() {
			throw new IllegalStateException(SECRET);
		}

		String midway(Model model) {
			model.addAttribute("payments", new BrokenRows());
			model.addAttribute("paging", new Paging("/payments", 1, false));
			return "payment/history";
		}

	}

	/**
	 * Rows of a table of which the second cannot be read.
	 */
	static class BrokenRows extends AbstractList<Map<String, Object>> {

		@Override
		public Map<String, Object> get(int index) {
			if (index > 0) {
				throw new IllegalStateException(SECRET);
			}
			return Map.of("reference", "BP-1", "date", "today", "total", "$10.00", "pending", false);
		}

		@Override
		public int size() {
			return 2;
		}

	}

}
