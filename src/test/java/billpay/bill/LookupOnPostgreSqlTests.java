package billpay.bill;

import billpay.support.OnPostgreSql;

/**
 * {@link LookupTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class LookupOnPostgreSqlTests extends LookupTests {

}
