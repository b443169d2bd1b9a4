package billpay.cart;

import billpay.support.OnRedis;

/**
 * The cart with its sessions in Redis.
 */
@OnRedis
class CartFormsOnRedisTests extends CartFormsTests {

}
