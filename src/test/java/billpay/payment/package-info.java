/**
 * Tests of this room.
 */
package billpay.payment;
