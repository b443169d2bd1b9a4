package billpay.account;

import billpay.support.OnPostgreSql;

/**
 * {@link SignInTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class SignInOnPostgreSqlTests extends SignInTests {

}
