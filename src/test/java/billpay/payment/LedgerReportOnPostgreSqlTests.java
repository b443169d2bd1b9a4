package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link LedgerReportTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class LedgerReportOnPostgreSqlTests extends LedgerReportTests {

}
