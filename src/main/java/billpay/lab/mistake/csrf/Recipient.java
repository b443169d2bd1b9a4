package billpay.lab.mistake.csrf;

import java.util.Locale;

/**
 * To whom mark's money can be sent.
 */
enum Recipient {

	/** To whom mark wants to send it. */
	JAN,

	/** Who wants to have it. */
	ATTACKER;

	// The end of the key of the message that names them.
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
