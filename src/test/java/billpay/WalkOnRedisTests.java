package billpay;

import billpay.support.OnRedis;

/**
 * The story with its sessions in Redis.
 */
@OnRedis
class WalkOnRedisTests extends WalkOverHttpTests {

}
