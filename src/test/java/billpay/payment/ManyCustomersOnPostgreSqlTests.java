package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link ManyCustomersTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class ManyCustomersOnPostgreSqlTests extends ManyCustomersTests {

}
