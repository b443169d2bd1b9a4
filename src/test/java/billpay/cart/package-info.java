/**
 * Tests of this module.
 */
package billpay.cart;
