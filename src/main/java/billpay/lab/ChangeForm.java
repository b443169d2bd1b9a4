package billpay.lab;

import billpay.lab.technique.StateChange;
import billpay.lab.technique.Technique;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to deceive the server: a change, or a text of one's own.
 *
 * @param attempt the change, {@code null} for the text
 * @param text what the browser is to carry, in the characters that a cookie can have
 */
record ChangeForm(@Nullable StateChange attempt,
		@NotNull(message = "{lab.change.text.rule}") @Pattern(regexp = "[A-Za-z0-9._~*:=@-]{0,4000}",
				message = "{lab.change.text.rule}") String text) {

	static ChangeForm empty() {
		return new ChangeForm(null, "");
	}

	/**
	 * What the browser carries from now on.
	 * @param technique the technique
	 * @param own what it has carried
	 * @return the changed state
	 */
	String apply(Technique technique, String own) {
		return (this.attempt != null) ? this.attempt.apply(technique, own) : this.text;
	}

}
