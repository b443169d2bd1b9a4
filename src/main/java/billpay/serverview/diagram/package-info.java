/**
 * A conversation as a diagram and in words: records of coordinates and texts that the
 * templates only read.
 */
@NullMarked
package billpay.serverview.diagram;

import org.jspecify.annotations.NullMarked;
