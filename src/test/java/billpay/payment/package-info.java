/**
 * Tests of this module.
 */
package billpay.payment;
