package billpay.account;

import billpay.support.OnPostgreSql;

/**
 * {@link SignUpTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class SignUpOnPostgreSqlTests extends SignUpTests {

}
