/**
 * Tests of this room.
 */
package billpay.bill;
