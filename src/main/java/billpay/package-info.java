/**
 * BillPay: one package for each feature, whose {@code package-info} says what it is for
 * and which others it may use. A test fails the build on any undeclared dependency.
 */
@NullMarked
package billpay;

import org.jspecify.annotations.NullMarked;
