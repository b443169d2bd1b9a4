package billpay.serverview.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name its name
 * @param value its value, {@code null} when it is not kept
 */
public record Field(String name, @Nullable String value) {

	/**
	 * The field as a page shows it.
	 * @return the name, and the value behind an equals sign if it is kept
	 */
	public String text() {
		return (this.value != null) ? this.name + "=" + this.value : this.name;
	}

}
