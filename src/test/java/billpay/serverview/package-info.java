/**
 * Tests of this room.
 */
package billpay.serverview;
