/**
 * Mistakes that lose an update of what is stored.
 */
@NullMarked
package billpay.lab.mistake.update;

import org.jspecify.annotations.NullMarked;
