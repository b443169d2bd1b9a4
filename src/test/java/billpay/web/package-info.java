/**
 * Tests of this room.
 */
package billpay.web;
