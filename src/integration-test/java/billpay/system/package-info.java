/**
 * The application as people get it: its jar as a process of its own, and real browsers in
 * front of it. Failsafe runs these after {@code package}.
 */
package billpay.system;
