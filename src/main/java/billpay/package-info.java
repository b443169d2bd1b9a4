/**
 * BillPay: one package for each feature, and in each package's own sentence what it is
 * for and which others it may use. A test fails the build on any other arrow.
 */
@NullMarked
package billpay;

import org.jspecify.annotations.NullMarked;
