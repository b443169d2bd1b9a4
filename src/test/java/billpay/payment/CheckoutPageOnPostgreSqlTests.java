package billpay.payment;

import billpay.support.OnPostgreSql;

/**
 * {@link CheckoutPageTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class CheckoutPageOnPostgreSqlTests extends CheckoutPageTests {

}
