package billpay;

import billpay.support.OnRedis;

import org.springframework.test.context.TestPropertySource;

/**
 * The story with its sessions in Redis, and in a shop of its own: it pays mark's bill.
 */
@OnRedis
@TestPropertySource(properties = "spring.application.name=walk-on-redis")
class WalkOnRedisTests extends WalkOverHttpTests {

}
