package billpay.availability;

import java.util.Set;

/**
 * Pages that are complete without a session, except for a greeting: they are shown also
 * while the session store is unavailable. The modules that have such pages publish them
 * as beans.
 *
 * @param paths their paths
 */
public record SessionOptionalPages(Set<String> paths) {
}
