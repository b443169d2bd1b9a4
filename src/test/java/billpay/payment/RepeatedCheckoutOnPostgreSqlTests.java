package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link RepeatedCheckoutTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class RepeatedCheckoutOnPostgreSqlTests extends RepeatedCheckoutTests {

}
