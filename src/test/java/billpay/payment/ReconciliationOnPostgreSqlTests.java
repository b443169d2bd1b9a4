package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link ReconciliationTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class ReconciliationOnPostgreSqlTests extends ReconciliationTests {

}
