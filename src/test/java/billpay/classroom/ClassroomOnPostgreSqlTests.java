package billpay.classroom;

import billpay.support.OnPostgreSql;

/**
 * {@link ClassroomTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class ClassroomOnPostgreSqlTests extends ClassroomTests {

}
