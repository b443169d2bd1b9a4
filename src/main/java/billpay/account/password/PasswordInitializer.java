package billpay.account.password;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

import billpay.account.AccountRepository;
import billpay.demo.DemoProperties;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Sets the configured passwords of the demo customers and of the instructor. If the
 * instructor has none, a new one is generated at every start, printed on the console and
 * not logged.
 * <p>
 * The hashes are computed while the application starts. While only the ledger is checked,
 * no password is set.
 */
@Component
@ConditionalOnWebApplication
class PasswordInitializer implements SmartInitializingSingleton {

	private static final String INSTRUCTOR = "chuck";

	private static final int GENERATED_BYTES = 9;

	private final AccountRepository accounts;

	private final boolean demo;

	private final CompletableFuture<String> demoHash;

	private final CompletableFuture<String> instructorHash;

	PasswordInitializer(AccountRepository accounts, PasswordEncoder passwords, DemoProperties demo,
			InstructorProperties instructor) {
		this.accounts = accounts;
		this.demo = demo.enabled();
		String password = (StringUtils.hasText(instructor.password())) ? instructor.password() : generate();
		this.instructorHash = CompletableFuture.supplyAsync(() -> passwords.encode(password));
		this.demoHash = (demo.enabled()) ? CompletableFuture.supplyAsync(() -> passwords.encode(demo.password()))
				: CompletableFuture.completedFuture("");
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.demo) {
			this.accounts.setDemoPassword(this.demoHash.join());
		}
		this.accounts.saveInstructor(INSTRUCTOR, this.instructorHash.join());
	}

	private static String generate() {
		byte[] bytes = new byte[GENERATED_BYTES];
		new SecureRandom().nextBytes(bytes);
		String password = Base64.getUrlEncoder().encodeToString(bytes);
		System.out.printf("%n    Instructor: sign in as %s with the password %s%n%n", INSTRUCTOR, password);
		return password;
	}

}
