package billpay.session;

import billpay.support.OnRedis;

/**
 * {@link ManyWaitingRequestsTests} with the sessions in Redis.
 */
@OnRedis
class ManyWaitingRequestsOnRedisTests extends ManyWaitingRequestsTests {

}
