package billpay.web;

import billpay.support.OnRedis;

/**
 * Notices with their sessions in Redis.
 */
@OnRedis
class NoticeOnRedisTests extends NoticeTests {

}
