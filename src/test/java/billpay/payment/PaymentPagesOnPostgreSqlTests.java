package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link PaymentPagesTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class PaymentPagesOnPostgreSqlTests extends PaymentPagesTests {

}
