package billpay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import billpay.support.PostgreSql;
import billpay.support.Redis;

/**
 * Two packaged applications that share a real Redis and a real PostgreSQL, as behind a
 * balancer.
 */
final class TwoNodes implements AutoCloseable {

	private final Redis redis;

	private final PostgreSql database;

	private final PackagedApplication first;

	private final PackagedApplication second;

	private TwoNodes(Path folder, List<String> arguments) {
		this.redis = Redis.start();
		this.database = PostgreSql.start();
		String url = this.database.newDatabase();
		this.first = node(1, folder, url, arguments);
		this.second = node(2, folder, url, arguments);
	}

	private PackagedApplication node(int number, Path folder, String database, List<String> arguments) {
		List<String> all = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Dspring.profiles.active=cluster",
				"-Dspring.data.redis.url=" + this.redis.url(), "-Dspring.datasource.url=" + database,
				"-Dspring.datasource.username=" + PostgreSql.USER, "-Dbillpay.node=node " + number,
				"-Dbillpay.demo.enabled=true"));
		all.addAll(arguments);
		try {
			return new PackagedApplication(Files.createDirectories(folder.resolve("node-" + number)),
					all.toArray(String[]::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts both.
	 * @param folder where their logs go
	 * @param arguments further arguments of both JVMs
	 * @return both, well
	 */
	static TwoNodes start(Path folder, String... arguments) {
		TwoNodes nodes = new TwoNodes(folder, List.of(arguments));
		try {
			nodes.first.start();
			nodes.second.start();
			return nodes;
		}
		catch (RuntimeException | AssertionError ex) {
			nodes.close();
			throw ex;
		}
	}

	PackagedApplication first() {
		return this.first;
	}

	PackagedApplication second() {
		return this.second;
	}

	Redis redis() {
		return this.redis;
	}

	PostgreSql database() {
		return this.database;
	}

	/**
	 * Where both are.
	 * @return scheme, host and port of the first and of the second
	 */
	List<String> addresses() {
		return List.of(this.first.address(), this.second.address());
	}

	@Override
	public void close() {
		this.first.close();
		this.second.close();
		this.redis.close();
		this.database.close();
	}

}
