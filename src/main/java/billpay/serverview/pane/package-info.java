/**
 * What the server sees, beside every page: view records that the template
 * {@code serverview/pane} only reads.
 */
@NullMarked
package billpay.serverview.pane;

import org.jspecify.annotations.NullMarked;
