/**
 * Mistakes that lose or give away what a server remembers, each wrong and right side by
 * side. The wrong halves are refused unless {@code billpay.lab.mistakes=true}.
 */
@NullMarked
package billpay.lab.mistake;

import org.jspecify.annotations.NullMarked;
