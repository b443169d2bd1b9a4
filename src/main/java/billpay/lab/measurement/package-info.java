/**
 * What the techniques were measured to do: the comparison table, the chart and the
 * recorded exchanges.
 */
@NullMarked
package billpay.lab.measurement;

import org.jspecify.annotations.NullMarked;
