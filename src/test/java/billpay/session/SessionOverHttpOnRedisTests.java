package billpay.session;

import billpay.support.OnRedis;

/**
 * The rules of sessions, seen from outside, with the sessions in Redis.
 */
@OnRedis
class SessionOverHttpOnRedisTests extends SessionOverHttpTests {

}
