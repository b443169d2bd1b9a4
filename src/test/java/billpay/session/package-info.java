/**
 * Tests of this room.
 */
package billpay.session;
