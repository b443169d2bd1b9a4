package billpay.account;

import billpay.support.OnRedis;

/**
 * {@link AccountTests} with the sessions in Redis.
 */
@OnRedis
class AccountOnRedisTests extends AccountTests {

}
