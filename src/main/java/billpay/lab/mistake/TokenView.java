package billpay.lab.mistake;

import org.jspecify.annotations.Nullable;

/**
 * What the page needs for its forms.
 *
 * @param token the token of the session, {@code null} before there is one
 * @param stranger the address of the page of another site
 */
public record TokenView(@Nullable String token, String stranger) {

}
