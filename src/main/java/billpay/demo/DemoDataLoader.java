package billpay.demo;

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
 * Runs the SQL of the demo data again on a ledger that is in use. Flyway repeats a script
 * only when the script has changed.
 */
@Component
class DemoDataLoader {

	private final DataSource database;

	private final ResourcePatternResolver files;

	DemoDataLoader(DataSource database, ResourcePatternResolver files) {
		this.database = database;
		this.files = files;
	}

	// Adds what is missing of the demo data, within the transaction that is open.
	void run() {
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
