package billpay.lab;

import billpay.lab.technique.StateChange;
import billpay.lab.technique.Technique;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * An attempt to deceive the server: a change, or a text of one's own.
 *
 * @param attempt the change, {@code null} for the text
 * @param text what the browser is to carry
 * @param carried what it carries now, as the page knows it; {@code null} or empty when
 * the page does not
 */
record ChangeForm(@Nullable StateChange attempt,
		@Size(max = 4000, message = "{lab.change.text.size}") @Nullable String text, @Nullable String carried) {

	static ChangeForm of(String carried) {
		return new ChangeForm(null, "", carried);
	}

	void validate(Technique technique, Errors errors) {
		if (this.attempt == null && (this.text == null || this.text.isEmpty())) {
			errors.rejectValue("text", "lab.change.text.size");
		}
		else if (this.attempt == null && !technique.canCarry(this.text)) {
			errors.rejectValue("text", "lab.change.text.rule");
		}
	}

	/**
	 * What the browser carries from now on.
	 * @param technique the technique
	 * @param own what it has carried
	 * @return the changed state
	 */
	String apply(Technique technique, String own) {
		return (this.attempt != null) ? this.attempt.apply(technique, own) : technique.carry(this.text);
	}

	/**
	 * The end of the key of the message that says what was done.
	 * @return lower case letters
	 */
	String key() {
		return (this.attempt != null) ? this.attempt.getKey() : "text";
	}

}
