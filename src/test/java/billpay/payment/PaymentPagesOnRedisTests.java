package billpay.payment;

import billpay.support.OnRedis;

/**
 * The same with the sessions in Redis.
 */
@OnRedis
class PaymentPagesOnRedisTests extends PaymentPagesTests {

}
