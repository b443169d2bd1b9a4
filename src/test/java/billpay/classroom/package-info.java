/**
 * Tests of this room.
 */
package billpay.classroom;
