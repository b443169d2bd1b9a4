/**
 * Tests of this room.
 */
package billpay.gateway;
