@NullMarked
package billpay.lab.technique;

import org.jspecify.annotations.NullMarked;
