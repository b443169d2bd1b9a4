/**
 * Tests of this module.
 */
package billpay.session;
