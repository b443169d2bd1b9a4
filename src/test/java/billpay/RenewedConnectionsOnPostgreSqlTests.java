package billpay;

import java.nio.file.Path;

import javax.sql.DataSource;

import billpay.support.OnPostgreSql;
import billpay.support.PostgreSql;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@link RenewedConnectionsTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class RenewedConnectionsOnPostgreSqlTests extends RenewedConnectionsTests {

	@Override
	DataSource olderLedger(Path folder) {
		PostgreSql server = PostgreSql.shared();
		return new DriverManagerDataSource(server.newDatabase(), PostgreSql.USER, "");
	}

}
