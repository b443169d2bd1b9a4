/**
 * The mistake of a session id that stays the same at login (session fixation).
 */
@NullMarked
package billpay.lab.mistake.fixation;

import org.jspecify.annotations.NullMarked;
