/**
 * Tests of this module.
 */
package billpay.ledger;
