package billpay.web.tomcat;

import java.time.Duration;

import billpay.web.error.PlainErrorPage;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.Pipeline;

import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures what Tomcat does before the first filter and after the last.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	private static final Duration BODY_TIMEOUT = Duration.ofSeconds(5);

	private static final int PAGE_BYTES = 16 * 1024;

	// The error page comes first: it reports what the next valve refuses. A third of the
	// threads may wait for a body.
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> valveCustomizer(PlainErrorPage page,
			TomcatServerProperties properties) {
		int maxBytes = Math.toIntExact(properties.getMaxHttpFormPostSize().toBytes());
		int maxWaiting = properties.getThreads().getMax() / 3;
		return (tomcat) -> tomcat.addContextCustomizers((context) -> {
			Pipeline host = context.getParent().getPipeline();
			host.addValve(new PlainErrorReportValve(page));
			host.addValve(new BodyTimeoutValve(maxBytes, BODY_TIMEOUT, maxWaiting));
		});
	}

	// Security headers on what Tomcat answers before any valve is called.
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> securityHeadersCustomizer() {
		return (tomcat) -> tomcat.addConnectorCustomizers((connector) -> connector.addLifecycleListener((event) -> {
			if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType())) {
				connector.getProtocolHandler().setAdapter(new SecurityHeadersAdapter(connector));
			}
		}));
	}

	// Lets a page leave in one piece: Tomcat's buffer of 8 KB is smaller than the larger
	// pages.
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> writeBufferCustomizer() {
		return (tomcat) -> tomcat.addConnectorCustomizers(
				(connector) -> connector.setProperty("socket.appWriteBufSize", Integer.toString(PAGE_BYTES)));
	}

	// Lets filters write headers and cookies also to a page that was forwarded to, as
	// before Tomcat 11 (spring-security #19457).
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwardedPagesCustomizer() {
		return (tomcat) -> tomcat
			.addContextCustomizers((context) -> context.setSuspendWrappedResponseAfterForward(false));
	}

	// Takes as many languages as a request's headers can hold: beyond ten, Tomcat throws
	// an exception when somebody asks for them.
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> localeCountCustomizer() {
		return (tomcat) -> tomcat.addConnectorCustomizers((connector) -> connector.setMaxLocaleCount(10_000));
	}

}
