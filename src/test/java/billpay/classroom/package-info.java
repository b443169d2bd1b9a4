/**
 * Tests of this module.
 */
package billpay.classroom;
