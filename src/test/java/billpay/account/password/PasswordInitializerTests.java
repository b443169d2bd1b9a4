package billpay.account.password;

import java.util.List;

import billpay.account.AccountRepository;
import billpay.demo.DemoProperties;
import billpay.support.Browser;
import billpay.support.HttpBrowser;
import billpay.support.Page;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who can sign in at a shop without demo data: whoever the operator lets in, and no
 * default credential.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "billpay.demo.enabled=false", "billpay.instructor.password=chosen by the operator" })
@ExtendWith(OutputCaptureExtension.class)
class PasswordInitializerTests {

	@LocalServerPort
	private int port;

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private JdbcClient jdbc;

	private Browser newBrowser() {
		return new HttpBrowser("http://localhost:" + this.port);
	}

	private int tryToSignIn(String username, String password) {
		Browser browser = newBrowser();
		browser.get("/login");
		return browser.post("/login", "username", username, "password", password).status();
	}

	@Test
	@Tag("A4")
	void noDemoCustomerCanSignInNotEvenOneWhoIsInTheDatabaseFromBefore() {
		assertThat(tryToSignIn("mark", "pay-my-bill")).isEqualTo(422);
		this.jdbc
			.sql("insert into account (name, password_hash, role, demo, created_at)"
					+ " values ('phil', ?, 'CUSTOMER', true, current_timestamp)")
			.param(this.passwords.encode("pay-my-bill"))
			.update();
		assertThat(tryToSignIn("phil", "pay-my-bill")).isEqualTo(422);
		this.jdbc.sql("update account set demo = false where name = 'phil'").update();
		assertThat(tryToSignIn("phil", "pay-my-bill")).isEqualTo(303);
	}

	@Test
	@Tag("A4")
	void theSignInPageShowsNoNameAndNoPassword() {
		Page page = newBrowser().get("/login");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body().replaceAll("</?mark>", ""))
			.doesNotContainPattern("\\b(pay-my-bill|mark|phil|jan|To try it)\\b");
	}

	@Test
	@Tag("A4")
	void theInstructorHasTheConfiguredPasswordAndNoOther() {
		assertThat(tryToSignIn("chuck", "chosen by the operator")).isEqualTo(303);
		assertThat(List.of("", "chuck", "pay-my-bill", "password"))
			.allSatisfy((guess) -> assertThat(tryToSignIn("chuck", guess)).isEqualTo(422));
	}

	@Test
	@Tag("A4")
	void withoutAConfiguredPasswordTheInstructorsIsNewAtEveryStartAndOnTheConsoleAlone(CapturedOutput console) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		root.addAppender(log);
		try {
			appoint("");
			String first = printed(console);
			appoint(" ");
			String second = printed(console);
			assertThat(first).hasSizeGreaterThanOrEqualTo(12).isNotEqualTo(second);
			assertThat(tryToSignIn("chuck", first)).isEqualTo(422);
			assertThat(tryToSignIn("chuck", second)).isEqualTo(303);
			assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
				.isNotEmpty()
				.noneMatch((line) -> line.contains(first) || line.contains(second));
		}
		finally {
			root.detachAppender(log);
			appoint("chosen by the operator");
		}
	}

	private void appoint(String configured) {
		new PasswordInitializer(this.accounts, this.passwords, new DemoProperties(false, ""),
				new InstructorProperties(configured))
			.afterSingletonsInstantiated();
	}

	private static String printed(CapturedOutput console) {
		String marker = "Instructor: sign in as chuck with the password ";
		String all = console.getOut();
		assertThat(all).contains(marker);
		return all.substring(all.lastIndexOf(marker) + marker.length()).lines().findFirst().orElseThrow();
	}

}
