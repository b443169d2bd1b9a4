package billpay.lab.mistake.update;

import org.jspecify.annotations.Nullable;

/**
 * A form with all add-ons.
 *
 * @param hotspot {@code true} when the first one is ticked
 * @param roaming {@code true} when the second one is ticked
 * @param version which saved state the form was made from, {@code null} when it does not
 * say so
 */
record AddOnsForm(@Nullable Boolean hotspot, @Nullable Boolean roaming, @Nullable Integer version) {

	AddOns after(AddOns saved) {
		return new AddOns(Boolean.TRUE.equals(this.hotspot), Boolean.TRUE.equals(this.roaming), saved.version() + 1);
	}

}
