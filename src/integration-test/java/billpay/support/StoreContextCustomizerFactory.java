package billpay.support;

import java.util.List;
import java.util.Set;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.StringUtils;

/**
 * Runs the same tests on other stores: where the system property
 * {@code spring.profiles.active} names {@code redis} or {@code postgresql}, every test
 * context is told where the shared server is. A test that brings a database of its own
 * says so by the property {@code billpay.test.own-database}.
 */
class StoreContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configurations) {
		return new StoreContextCustomizer(
				StringUtils.commaDelimitedListToSet(System.getProperty("spring.profiles.active")));
	}

	private record StoreContextCustomizer(Set<String> profiles) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
			if (this.profiles.contains("redis")) {
				new Redis.Address().initialize(context);
			}
			boolean own = context.getEnvironment().containsProperty("billpay.test.own-database");
			if (this.profiles.contains("postgresql") && !own) {
				new PostgreSql.NewDatabase().initialize(context);
			}
		}

	}

}
