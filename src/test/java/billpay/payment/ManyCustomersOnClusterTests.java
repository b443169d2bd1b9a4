package billpay.payment;

import billpay.support.OnCluster;

import org.springframework.test.context.TestPropertySource;

/**
 * {@link ManyCustomersTests} with the ledger in PostgreSQL and the sessions in Redis.
 */
@OnCluster
@TestPropertySource(properties = "billpay.demo.enabled=true")
class ManyCustomersOnClusterTests extends ManyCustomersTests {

}
