/**
 * What Spring Session's repository in Redis needs beside its properties: values as JSON
 * and locks that all nodes share.
 */
@NullMarked
package billpay.session.redis;

import org.jspecify.annotations.NullMarked;
