package billpay.lab.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a client can send its next request, by the address that its connection has led
 * to. It does not depend on the {@code Host} header, which comes from the client, and
 * knows nothing of a proxy in between.
 */
public final class ServerAddress {

	private ServerAddress() {
	}

	/**
	 * The address of this application: {@code localhost} for a client on the same
	 * machine.
	 * @param request any request
	 * @return scheme, host, port and context path, without a slash at the end
	 */
	public static String of(HttpServletRequest request) {
		return request.getScheme() + "://" + host(localAddress(request)) + ":" + request.getLocalPort()
				+ request.getContextPath();
	}

	/**
	 * Whether a request came from the machine that this application runs on.
	 * @param request any request
	 * @return {@code true} if its connection has led to a loopback address
	 */
	public static boolean isLoopback(HttpServletRequest request) {
		return localAddress(request).isLoopbackAddress();
	}

	private static String host(InetAddress address) {
		if (address.isLoopbackAddress()) {
			return "localhost";
		}
		// A scope, such as %eth0, means something on this machine alone.
		return (address instanceof Inet6Address) ? "[" + address.getHostAddress().replaceFirst("%.*", "") + "]"
				: address.getHostAddress();
	}

	// A numeric address is not looked up.
	private static InetAddress localAddress(HttpServletRequest request) {
		try {
			return InetAddress.getByName(request.getLocalAddr());
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
