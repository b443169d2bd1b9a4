package billpay.serverview.exchange;

import billpay.web.format.SensitiveDataRedactor;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * An attribute of a session, as it may be shown.
 *
 * @param name its name
 * @param value its value as text, {@code null} for a secret
 */
public record SessionAttribute(String name, @Nullable String value) {

	private static final String FLASH_MAPS = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

	/**
	 * The attribute of a session that has ended: its value is not kept any longer.
	 * @return the same name, a secret as before, any other value omitted
	 */
	SessionAttribute withoutValue() {
		return (this.value != null) ? new SessionAttribute(this.name, SensitiveDataRedactor.OMITTED) : this;
	}

	/**
	 * Whether it holds the flash attributes, which a redirect leaves for the next page.
	 * @return {@code true} for flash attributes
	 */
	public boolean isFlash() {
		return this.name.equals(FLASH_MAPS);
	}

	/**
	 * The name without its package.
	 * @return the end of the name
	 */
	public String shortName() {
		return this.name.substring(this.name.lastIndexOf('.') + 1);
	}

}
