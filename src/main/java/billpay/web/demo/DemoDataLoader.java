package billpay.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

import javax.sql.DataSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * The SQL of the demo data, to be run once more on a ledger that has gone on. Flyway runs
 * a script again only when it has changed; here it is the data that have.
 */
@Component
public class DemoDataLoader {

	private final DataSource database;

	private final ResourcePatternResolver files;

	DemoDataLoader(DataSource database, ResourcePatternResolver files) {
		this.database = database;
		this.files = files;
	}

	/**
	 * Adds what is missing of the demo data, within the transaction that is open.
	 */
	public void run() {
		ResourceDatabasePopulator scripts = new ResourceDatabasePopulator(inOrder());
		scripts.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
		DatabasePopulatorUtils.execute(scripts, this.database);
	}

	private Resource[] inOrder() {
		try {
			Resource[] scripts = this.files.getResources(DemoFlywayConfiguration.LOCATION + "/*.sql");
			Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
			return scripts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
