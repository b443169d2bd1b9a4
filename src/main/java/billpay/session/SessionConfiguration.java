package billpay.session;

import java.util.Base64;

import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;
import billpay.web.FilterOrder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.context.AbstractHttpSessionApplicationInitializer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * Configures Spring Session: the session ids, the session cookie, and the filters that
 * read this cookie. Static files and the health check skip these filters.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	private static final String COOKIE = "BILLPAY_SESSION";

	private static final int ID_BYTES = 24;

	/**
	 * Ids of 192 random bits. Spring Session's default is a UUID, which has 122; OWASP
	 * ASVS 7.2.3 asks for 128.
	 * @return the generator
	 */
	@Bean
	SessionIdGenerator sessionIdGenerator() {
		return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), ID_BYTES)::generateKey;
	}

	/**
	 * The name and the attributes of the session cookie. Over TLS no other host can set
	 * it.
	 * @param cookies creates definitions
	 * @return the cookie
	 */
	@Bean
	CookieDefinition sessionCookieDefinition(CookieDefinitionFactory cookies) {
		return cookies.temporary(cookies.prefixed(COOKIE), "session").withSecretValue();
	}

	/**
	 * Writes the session cookie as defined, and the id without Base64: the browser shows
	 * the id that the server uses.
	 * @param definition the name and the attributes of the cookie
	 * @return the serializer
	 */
	@Bean
	CookieSerializer sessionCookie(@Qualifier("sessionCookieDefinition") CookieDefinition definition) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(definition.name());
		cookie.setCookiePath(definition.path());
		cookie.setUseSecureCookie(definition.secure());
		cookie.setUseHttpOnlyCookie(definition.httpOnly());
		cookie.setSameSite(definition.sameSite());
		cookie.setUseBase64Encoding(false);
		return cookie;
	}

	@Bean
	SignedInTimeoutStrategy signedInTimeout(SessionProperties properties) {
		return new SignedInTimeoutStrategy(properties.signedInIdle());
	}

	@Bean
	FilterRegistrationBean<Filter> logContext(CookieSerializer cookie) {
		return pagesOnly("logContext", new LogContextFilter(cookie), FilterOrder.LOG_CONTEXT);
	}

	/**
	 * Permits one POST of a session at a time. At most a third of Tomcat's threads wait
	 * for a lock.
	 * @param cookie reads the session's id
	 * @param locks a lock for each session
	 * @param properties how long a request waits
	 * @param tomcat how many threads Tomcat has
	 * @return the filter, directly before Spring Session's
	 */
	@Bean
	FilterRegistrationBean<Filter> sessionLock(CookieSerializer cookie, LockRegistry<?> locks,
			SessionProperties properties, TomcatServerProperties tomcat) {
		return pagesOnly("sessionLock", new SessionLockFilter(cookie, locks, properties.lockTimeout(),
				Math.max(1, tomcat.getThreads().getMax() / 3)), FilterOrder.SESSION_LOCK);
	}

	/**
	 * Registers Spring Session's filter by the name of its bean, as Spring Boot does:
	 * otherwise Spring Boot would register the bean for every address as well.
	 * @param filter the filter of Spring Session
	 * @return its registration
	 */
	@Bean
	DelegatingFilterProxyRegistrationBean sessionFilter(SessionRepositoryFilter<?> filter) {
		DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
				AbstractHttpSessionApplicationInitializer.DEFAULT_FILTER_NAME) {
			@Override
			public DelegatingFilterProxy getFilter() {
				return new DelegatingFilterProxy(new SkipSessionlessFilter(filter));
			}
		};
		return register(registration, "session", FilterOrder.SESSION_REPOSITORY);
	}

	private static FilterRegistrationBean<Filter> pagesOnly(String name, Filter filter, FilterOrder order) {
		return register(new FilterRegistrationBean<>(new SkipSessionlessFilter(filter)), name, order);
	}

	private static <R extends AbstractFilterRegistrationBean<?>> R register(R registration, String name,
			FilterOrder order) {
		registration.setName(name);
		registration.setOrder(order.getOrder());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

}
