/**
 * Tests of this room.
 */
package billpay.account;
