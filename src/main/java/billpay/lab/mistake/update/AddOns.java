package billpay.lab.mistake.update;

/**
 * The add-ons that are booked.
 *
 * @param hotspot whether the first one is
 * @param roaming whether the second one is
 * @param version how often it was saved
 */
public record AddOns(boolean hotspot, boolean roaming, int version) {

	static AddOns none() {
		return new AddOns(false, false, 0);
	}

	// The end of the key of the message that lists them.
	String key() {
		if (this.hotspot && this.roaming) {
			return "both";
		}
		return (this.hotspot) ? "hotspot" : (this.roaming) ? "roaming" : "none";
	}

}
