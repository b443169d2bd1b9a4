/**
 * Tests of this room.
 */
package billpay.availability;
