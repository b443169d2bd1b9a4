package billpay;

import billpay.support.OnPostgreSql;

/**
 * {@link RenewedConnectionsTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class RenewedConnectionsOnPostgreSqlTests extends RenewedConnectionsTests {

}
