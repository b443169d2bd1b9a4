/**
 * What several tests need.
 */
package billpay.support;
