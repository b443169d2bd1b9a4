package billpay.account;

import java.security.SecureRandom;
import java.util.Base64;

import billpay.web.DemoData;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Sets the passwords that do not come from a person: the demo customers' from the
 * configuration, the instructor's from {@code billpay.instructor.password} or, where that
 * is empty, a new one at every start. That one goes to the console and to no log.
 */
@Component
class StartPasswords implements InitializingBean {

	private static final String INSTRUCTOR = "chuck";

	private final Accounts accounts;

	private final DemoData demo;

	private final String configured;

	StartPasswords(Accounts accounts, DemoData demo, @Value("${billpay.instructor.password:}") String configured) {
		this.accounts = accounts;
		this.demo = demo;
		this.configured = configured;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.demo.enabled()) {
			this.accounts.setDemoPassword(this.demo.password());
		}
		String password = (StringUtils.hasText(this.configured)) ? this.configured : generate();
		this.accounts.appointInstructor(INSTRUCTOR, password);
	}

	private static String generate() {
		byte[] bytes = new byte[9];
		new SecureRandom().nextBytes(bytes);
		String password = Base64.getUrlEncoder().encodeToString(bytes);
		System.out.printf("%n    Instructor: sign in as %s with the password %s%n%n", INSTRUCTOR, password);
		return password;
	}

}
