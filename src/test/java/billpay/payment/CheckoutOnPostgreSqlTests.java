package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link CheckoutTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class CheckoutOnPostgreSqlTests extends CheckoutTests {

}
