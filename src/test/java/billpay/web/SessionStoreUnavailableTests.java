package billpay.web;

import billpay.availability.StoreUnavailableException;
import billpay.availability.StoreUnavailableException.Store;
import billpay.support.HttpBrowser;
import billpay.support.OverHttp;
import billpay.support.Page;
import billpay.web.security.SecurityHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An outage that is met in a filter, and one that is met while an error page is made.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ SessionStoreUnavailableTests.Stores.class, SessionStoreUnavailableTests.FailingErrorPage.class })
@Tag("R3")
class SessionStoreUnavailableTests extends OverHttp {

	@Autowired
	private FailingSessions sessions;

	@Autowired
	private FailingErrorPage errorPage;

	private HttpBrowser browser;

	@BeforeAll
	void aCustomer() {
		this.browser = newCustomer().browser();
	}

	@AfterEach
	void reset() {
		this.sessions.unavailable = false;
		this.sessions.full = false;
		this.errorPage.unavailable = false;
	}

	@Test
	void pagesSaySoWithoutASessionAndWithoutACookie() {
		String session = this.browser.sessionId();
		this.sessions.unavailable = true;
		for (String path : new String[] { "/bill", "/cart", "/no-such-page" }) {
			Page page = this.browser.get(path);
			assertThat(page.status()).as(path).isEqualTo(503);
			assertThat(page.header("Retry-After")).isEqualTo("5");
			assertThat(page.text()).contains("The session store is not responding", "Status 503, request ");
			assertThat(page.headers()).doesNotContainKey("set-cookie");
			assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityHeadersFilter.CONTENT_SECURITY_POLICY);
		}
		assertThat(this.browser.post("/cart/items", "addOn", "hotspot").status()).isEqualTo(503);
		assertThat(newBrowser().get("/login").status()).as("a stranger").isEqualTo(503);
		assertThat(sameSession(this.browser).with("Accept-Language", "zh-TW").get("/cart").text())
			.contains("工作階段儲存區目前沒有回應");
		this.sessions.unavailable = false;
		assertThat(this.browser.get("/cart").status()).isEqualTo(200);
		assertThat(this.browser.sessionId()).isEqualTo(session);
	}

	@Test
	void theConversationSaysHowItWasAnswered() {
		this.sessions.unavailable = true;
		this.browser.get("/cart");
		this.browser.get("/");
		this.sessions.unavailable = false;
		assertThat(this.browser.get("/server-view").text()).contains(
				"The response was 503 Service Unavailable, the page “Sorry, the shop is unavailable at the moment”.",
				"The response was 200 OK, the page “Pay a mobile bill”.");
	}

	@Test
	void staticFilesAndHealthAnswerAsEver() {
		String icon = this.browser.get("/").find("rel=\"icon\" type=\"image/svg\\+xml\" href=\"([^\"]+)\"");
		this.sessions.unavailable = true;
		assertThat(this.browser.get(icon).status()).isEqualTo(200);
		assertThat(this.browser.get("/healthcheck").status()).isEqualTo(200);
	}

	@Test
	void anErrorPageThatMeetsAnOutageIsThePlainOne() {
		this.errorPage.unavailable = true;
		Page page = this.browser.get("/no-such-page");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.header("Retry-After")).isEqualTo("5");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("Content-Security-Policy")).isEqualTo(SecurityHeadersFilter.CONTENT_SECURITY_POLICY);
		assertThat(page.text()).contains("database is not responding");
		assertThat(page.body()).doesNotContain("<nav");
		assertThat(page.body().split("<!DOCTYPE html>")).hasSize(2);
	}

	@Test
	void aStoreThatCannotBeWrittenIsUnavailableForErrorPagesToo() {
		this.sessions.full = true;
		for (String path : new String[] { "/bill", "/cart?a=1&a=2" }) {
			Page page = this.browser.get(path);
			assertThat(page.status()).as(path).isEqualTo(503);
			assertThat(page.header("Retry-After")).isEqualTo("5");
			assertThat(page.body()).contains("The session store is not responding");
			assertThat(page.body().split("<!DOCTYPE html>")).hasSize(2);
		}
	}

	/**
	 * The shop's session store behind a switch.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Stores {

		@Bean
		static FailingSessions failingSessions() {
			return new FailingSessions();
		}

	}

	/**
	 * Something on the error page that the database knows.
	 */
	@ControllerAdvice
	static class FailingErrorPage {

		private volatile boolean unavailable;

		@ModelAttribute("need")
		String need(HttpServletRequest request) {
			if (this.unavailable && request.getDispatcherType() == DispatcherType.ERROR) {
				throw new StoreUnavailableException(Store.DATABASE, new IllegalStateException("unavailable"));
			}
			return "";
		}

	}

	/**
	 * Sessions that nobody can read or save while the store is unavailable.
	 */
	static class FailingSessions implements BeanPostProcessor, MethodInterceptor {

		private volatile boolean unavailable;

		/** As a Redis that has no room, or is a replica. */
		private volatile boolean full;

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!name.equals("sessionRepository")) {
				return bean;
			}
			ProxyFactory sessions = new ProxyFactory(bean);
			sessions.setProxyTargetClass(true);
			sessions.addAdvice(this);
			return sessions.getProxy();
		}

		@Override
		public Object invoke(MethodInvocation call) throws Throwable {
			if (this.unavailable) {
				throw new StoreUnavailableException(Store.SESSIONS, new IllegalStateException("unavailable"));
			}
			if (this.full && call.getMethod().getName().equals("save")) {
				throw new StoreUnavailableException(Store.SESSIONS, new IllegalStateException("full"));
			}
			return call.proceed();
		}

	}

}
