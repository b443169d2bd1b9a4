package billpay;

import billpay.support.Browser;
import billpay.support.MockMvcBrowser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop does not know that it is being watched: the walk goes the same without the
 * modules that show it.
 */
@SpringBootTest(classes = ShopWithoutServerViewTests.Shop.class,
		properties = "billpay.instructor.password=" + ShopWithoutServerViewTests.PASSWORD)
@AutoConfigureMockMvc
class ShopWithoutServerViewTests {

	static final String PASSWORD = "teach-the-class";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationContext context;

	@Test
	void theWholeWalkWorks() {
		Browser mark = new MockMvcBrowser(this.mvc).signIn("mark", "pay-my-bill");
		mark.fillCart("(212) 555-0142");
		assertThat(mark.pay("4242424242424242").status()).isEqualTo(303);
		assertThat(mark.follow().text()).contains("Receipt", "+1 212-555-0142", "$42.50");
		mark.post("/logout");
		assertThat(mark.get("/payments").location()).isEqualTo("/login?next=%2Fpayments");
	}

	@Test
	void shopRunsWithoutTheServerView() {
		assertThat(this.context.getBeanDefinitionNames()).noneMatch((name) -> {
			Class<?> type = this.context.getType(name);
			return type != null && type.getName().matches("billpay\\.(serverview|lab|classroom)\\..*");
		});
		Browser stranger = new MockMvcBrowser(this.mvc);
		assertThat(stranger.get("/login").body()).contains("<h1>Sign in</h1>").doesNotContain("server-view");
		assertThat(stranger.cookies()).containsOnlyKeys("BILLPAY_SESSION");
	}

	@Test
	void nothingLinksToThePagesOfTheClassroom() {
		Browser instructor = new MockMvcBrowser(this.mvc).signIn("chuck", PASSWORD);
		for (String path : new String[] { "/", "/lookup", "/cart", "/account", "/no-such-page" }) {
			assertThat(instructor.get(path).body()).doesNotContain("href=\"/lab", "href=\"/lessons",
					"href=\"/instructor");
		}
		instructor.post("/lookup", "phoneNumber", "(212) 555-0142");
		assertThat(instructor.get("/bill").body()).contains("<h1>Bill for").doesNotContain("href=\"/instructor");
	}

	/**
	 * The application without those modules.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackageClasses = BillPayApplication.class,
			excludeFilters = { @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
					@Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
					@Filter(type = FilterType.ASSIGNABLE_TYPE, classes = BillPayApplication.class),
					@Filter(type = FilterType.REGEX, pattern = "billpay\\.(serverview|lab|classroom)\\..*") })
	@ConfigurationPropertiesScan({ "billpay.account", "billpay.bill", "billpay.cart", "billpay.catalog", "billpay.demo",
			"billpay.gateway", "billpay.availability", "billpay.payment", "billpay.session", "billpay.web" })
	static class Shop {

	}

}
