package billpay.web;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * What a ledger in PostgreSQL needs beside its settings: it can be away while the shop is
 * not.
 */
@Configuration(proxyBeanMethods = false)
@Profile("postgresql")
class LedgerConfiguration {

	@Bean
	static BeanPostProcessor ledgerDoor() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource pool) ? new LedgerDoor(pool) : bean;
			}
		};
	}

}
