package billpay.lab.mistake.fixation;

import org.jspecify.annotations.Nullable;

/**
 * The session of the page.
 *
 * @param id its id
 * @param link the link that makes another browser use it, {@code null} once somebody has
 * logged in
 */
public record FixationView(String id, @Nullable String link) {

}
