package billpay.web;

import billpay.support.OnRedis;

/**
 * The same with the sessions in Redis.
 */
@OnRedis
class LedgerAwayOnRedisTests extends LedgerAwayTests {

}
