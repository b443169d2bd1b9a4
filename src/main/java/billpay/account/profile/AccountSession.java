package billpay.account.profile;

/**
 * One of a customer's sessions on the account page. It shows the fingerprint of the id,
 * because the id itself is a credential.
 *
 * @param fingerprint what tells it from the others
 * @param begun when the browser came
 * @param lastUsed when its last request came
 * @param current whether it is the session of this very request
 */
public record AccountSession(String fingerprint, String begun, String lastUsed, boolean current) {

	/**
	 * The fingerprint as it stands in an address.
	 * @return the fingerprint without its sign
	 */
	public String key() {
		return this.fingerprint.substring(1);
	}

}
