package billpay;

import billpay.support.OnPostgreSql;

/**
 * {@link WalkTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class WalkOnPostgreSqlTests extends WalkTests {

}
