package billpay.cart;

import billpay.support.OnPostgreSql;

/**
 * {@link CartFormsTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class CartFormsOnPostgreSqlTests extends CartFormsTests {

}
