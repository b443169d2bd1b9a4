/**
 * What a student may try: experiments with the session, and the last request sent again
 * without its cookies.
 */
@NullMarked
package billpay.serverview.experiment;

import org.jspecify.annotations.NullMarked;
