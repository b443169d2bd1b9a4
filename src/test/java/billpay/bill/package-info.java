/**
 * Tests of this module.
 */
package billpay.bill;
