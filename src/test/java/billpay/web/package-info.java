/**
 * Tests of this module.
 */
package billpay.web;
