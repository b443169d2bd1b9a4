/**
 * Tests of this module.
 */
package billpay.gateway;
