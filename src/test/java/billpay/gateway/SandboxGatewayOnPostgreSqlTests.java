package billpay.gateway;

import billpay.support.OnPostgreSql;

/**
 * {@link SandboxGatewayTests} with the ledger in PostgreSQL.
 */
@OnPostgreSql
class SandboxGatewayOnPostgreSqlTests extends SandboxGatewayTests {

}
