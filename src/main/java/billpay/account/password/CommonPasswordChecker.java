package billpay.account.password;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.authentication.password.CompromisedPasswordDecision;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks for common passwords with a list that ships with the application and is read on
 * first use: of its 100,000 entries some 39,000 are long enough to be relevant here
 * (OWASP ASVS 6.2.4 asks for 3,000). It is not a bean because Spring Security would then
 * use it at every login too.
 */
class CommonPasswordChecker implements CompromisedPasswordChecker {

	private final Supplier<Set<String>> common = SingletonSupplier.of(CommonPasswordChecker::read);

	private static Set<String> read() {
		return DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords)
			.keySet()
			.stream()
			.filter((password) -> password.length() >= ValidNewPassword.MIN_LENGTH)
			.map((password) -> password.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public CompromisedPasswordDecision check(@Nullable String password) {
		return new CompromisedPasswordDecision(
				password != null && this.common.get().contains(password.toLowerCase(Locale.ROOT)));
	}

}
