package billpay.lab.mistake.update;

/**
 * What the two halves have saved.
 *
 * @param wrong the wrong half
 * @param right the right half
 */
public record SavedView(AddOns wrong, AddOns right) {

}
