/**
 * Tests of this module.
 */
package billpay.account;
