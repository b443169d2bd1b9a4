package billpay.serverview.experiment;

import billpay.serverview.ServerViewCookie;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Where the experiment is that takes a session over: for a class, not for customers.
 */
class TakeoverSwitchTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		// Not as a bean of its class, which declares further ones.
		.withInitializer((context) -> context.getBeanFactory()
			.registerSingleton("serverViewCookie", mock(ServerViewCookie.class)))
		.withBean(Takeover.class, () -> mock(Takeover.class))
		.withBean(TakeoverCodeRepository.class, () -> mock(TakeoverCodeRepository.class))
		.withBean(SessionRepository.class, () -> mock(SessionRepository.class))
		.withUserConfiguration(TakeoverController.class);

	@Test
	void experimentIsOnByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TakeoverController.class));
		this.runner.withPropertyValues("billpay.server-view.steal-session=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TakeoverController.class));
	}

	@Test
	void experimentIsOffByDefaultInACluster() {
		ApplicationContextRunner cluster = this.runner.withPropertyValues("spring.profiles.active=cluster");
		cluster.run((context) -> assertThat(context).doesNotHaveBean(TakeoverController.class));
		cluster.withPropertyValues("billpay.server-view.steal-session=true")
			.run((context) -> assertThat(context).hasSingleBean(TakeoverController.class));
	}

}
