/**
 * Tests of this room.
 */
package billpay.health;
