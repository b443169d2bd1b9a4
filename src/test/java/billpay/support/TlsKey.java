package billpay.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A key and certificate for {@code localhost}, made for one test run by the JDK's own
 * keytool.
 *
 * @param file the key store
 */
public record TlsKey(Path file) {

	private static final String PASSWORD = "only-for-this-test";

	/**
	 * Makes a key.
	 * @param folder where to put it
	 * @return the key
	 */
	public static TlsKey in(Path folder) {
		Path file = folder.resolve("tls.p12");
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		try {
			Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "shop", "-keyalg", "EC",
					"-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12", "-keystore",
					file.toString(), "-storepass", PASSWORD)
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("keytool.log").toFile())
				.start();
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
			}
			return new TlsKey(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes the server speak TLS with this key.
	 * @param registry the properties of the test
	 */
	public void register(DynamicPropertyRegistry registry) {
		registry.add("server.ssl.key-store", () -> this.file.toUri().toString());
		registry.add("server.ssl.key-store-password", () -> PASSWORD);
	}

	/**
	 * A client that trusts this key and no other.
	 * @return the client
	 */
	public HttpClient client() {
		try (InputStream in = Files.newInputStream(this.file)) {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(in, PASSWORD.toCharArray());
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry("shop", keys.getCertificate("shop"));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return HttpClient.newBuilder().sslContext(context).build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
