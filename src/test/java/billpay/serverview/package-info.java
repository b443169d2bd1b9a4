/**
 * Tests of this module.
 */
package billpay.serverview;
