/**
 * The story as a whole, and the rules that hold everywhere.
 */
package billpay;
