package billpay;

import java.net.InetAddress;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Prints the address to open on the console, where the instructor's password is printed
 * too.
 */
@Component
@ConditionalOnWebApplication
class StartupMessageListener {

	private final ServerProperties server;

	StartupMessageListener(ServerProperties server) {
		this.server = server;
	}

	@EventListener
	void print(ApplicationReadyEvent ready) {
		if (ready.getApplicationContext() instanceof WebServerApplicationContext context) {
			System.out.printf("%n    BillPay is running: %s%n%n", address(context.getWebServer().getPort()));
		}
	}

	private String host() {
		InetAddress address = this.server.getAddress();
		boolean isThisMachine = address == null || address.isAnyLocalAddress() || address.isLoopbackAddress();
		return (isThisMachine) ? "localhost" : address.getHostAddress();
	}

	private String address(int port) {
		boolean tls = this.server.getSsl() != null && this.server.getSsl().isEnabled();
		return UriComponentsBuilder.newInstance()
			.scheme((tls) ? "https" : "http")
			.host(host())
			.port(port)
			.path(this.server.getServlet().getContextPath())
			.path("/")
			.toUriString();
	}

}
