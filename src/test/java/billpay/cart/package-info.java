/**
 * Tests of this room.
 */
package billpay.cart;
