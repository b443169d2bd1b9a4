package billpay.lab.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The address that the pages of the lab give for the next request.
 */
class ServerAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.0.1.1", "0:0:0:0:0:0:0:1", "::1" })
	void onTheSameMachineItIsLocalhost(String address) {
		assertThat(ServerAddress.of(to(address))).isEqualTo("http://localhost:8081/shop");
		assertThat(ServerAddress.isLoopback(to(address))).isTrue();
	}

	@Test
	void onAnotherMachineItIsTheAddressOfTheConnection() {
		assertThat(ServerAddress.of(to("192.168.1.20"))).isEqualTo("http://192.168.1.20:8081/shop");
		assertThat(ServerAddress.of(to("2001:db8:0:0:0:0:0:7"))).isEqualTo("http://[2001:db8:0:0:0:0:0:7]:8081/shop");
		assertThat(ServerAddress.isLoopback(to("192.168.1.20"))).isFalse();
	}

	@Test
	void theHostHeaderHasNoInfluence() {
		MockHttpServletRequest request = to("192.168.1.20");
		request.addHeader("Host", "attacker.example");
		request.setServerName("attacker.example");
		assertThat(ServerAddress.of(request)).isEqualTo("http://192.168.1.20:8081/shop");
	}

	private static MockHttpServletRequest to(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setLocalAddr(address);
		request.setLocalPort(8081);
		request.setContextPath("/shop");
		return request;
	}

}
