/**
 * Tests of this module.
 */
package billpay.availability;
