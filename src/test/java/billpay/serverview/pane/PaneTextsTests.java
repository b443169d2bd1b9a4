package billpay.serverview.pane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import billpay.cookies.SentCookie;
import billpay.serverview.exchange.AttributeChange;
import billpay.serverview.exchange.Experiment;
import billpay.serverview.exchange.SessionStoreCall;
import billpay.support.OverHttp;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.RequestMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sentences whose keys are put together while the pane is made: without one of them
 * there would be no pane.
 */
class PaneTextsTests extends OverHttp {

	private static final Pattern SHORT = Pattern.compile("\\bevidence\\(\"([a-z-]+)\"\\)");

	@Autowired
	private MessageSource messages;

	private String text(String key, Locale locale) {
		return this.messages.getMessage("server-view." + key, new Object[] { "#1", "#2" }, "", locale);
	}

	private static Set<String> keys() throws IOException {
		Set<String> keys = new TreeSet<>(Set.of("evidence.no-user", "evidence.no-such-session", "evidence.not-asked",
				"evidence.no-cookie", "evidence.unanswered", "attributes.none", "attributes.not-known", "store.memory",
				"store.redis", "stored.memory", "stored.redis"));
		SHORT.matcher(Files.readString(Path.of("src/main/java/billpay/serverview/pane/SixQuestions.java")))
			.results()
			.forEach((found) -> keys.add("evidence." + found.group(1)));
		Stream.of("who", "logged-in", "from", "button", "store", "next").forEach((key) -> keys.add("question." + key));
		Stream.of("Path", "Max-Age", "Expires", "HttpOnly", "SameSite", "Secure", "forget")
			.forEach((attribute) -> keys.add("set-cookie." + attribute));
		Arrays.stream(Experiment.values())
			.flatMap((experiment) -> Stream.of("experiment." + experiment.key(), "explained." + experiment.key()))
			.forEach(keys::add);
		Arrays.stream(SentCookie.Kind.values()).forEach((kind) -> keys.add("kind." + kind.key()));
		for (AttributeChange.Kind kind : AttributeChange.Kind.values()) {
			keys.addAll(Set.of(kind.key(), "change." + kind.key()));
		}
		for (SessionStoreCall.Kind kind : SessionStoreCall.Kind.values()) {
			keys.addAll(Set.of("call." + kind.key(), "picture.call." + kind.key(), "text.call." + kind.key()));
			if (kind.reads() || kind == SessionStoreCall.Kind.REFUSED) {
				keys.add("picture.call." + kind.key() + ".reply");
			}
		}
		return keys;
	}

	@Test
	void everySentenceIsThereInBothLanguages() throws IOException {
		assertThat(keys()).contains("evidence.post").hasSizeGreaterThan(70);
		for (Locale locale : new Locale[] { Locale.ENGLISH, Locale.TRADITIONAL_CHINESE }) {
			assertThat(keys()).allSatisfy((key) -> assertThat(text(key, locale)).as(key).isNotEmpty());
		}
	}

	@Test
	void everyFormHasAButton() {
		for (String address : addresses(RequestMethod.POST)) {
			if (!address.equals("/error") && !address.startsWith("/lab/")) {
				String form = address.substring(1).replaceAll("[{}]", "").replace('/', '.');
				assertThat(text("button." + form, Locale.ENGLISH)).as(form).isNotEmpty();
			}
		}
	}

}
