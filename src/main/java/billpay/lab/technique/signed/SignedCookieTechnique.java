package billpay.lab.technique.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import billpay.lab.order.LabOrder;
import billpay.lab.technique.CookieBasedTechnique;
import billpay.lab.technique.DecodedState;
import billpay.web.CookieDefinition;
import billpay.web.CookieDefinitionFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the order in a cookie and signs it (HMAC, RFC 2104). Everybody who has the cookie
 * can read the order; only who has the key can write another.
 */
@Component
@Order(5)
class SignedCookieTechnique implements CookieBasedTechnique {

	private final CookieDefinition cookie;

	private final SecretKey key;

	SignedCookieTechnique(CookieDefinitionFactory cookies, @Qualifier("labKey") SecretKey key) {
		this.cookie = cookies.temporary("LAB_SIGNED_ORDER", name(), "/lab/" + name());
		this.key = key;
	}

	@Override
	public String name() {
		return "signed-cookie";
	}

	@Override
	public CookieDefinition cookie() {
		return this.cookie;
	}

	@Override
	public String format() {
		return "signed-order";
	}

	@Override
	public String encode(LabOrder order) {
		return order.toText() + "~" + signature(order.toText());
	}

	@Override
	public DecodedState decode(String state) {
		String order = state.substring(0, Math.max(0, state.lastIndexOf('~')));
		String signature = state.substring(state.lastIndexOf('~') + 1);
		if (!MessageDigest.isEqual(bytes(signature), bytes(signature(order)))) {
			return new DecodedState.Refused("signature");
		}
		return DecodedState.ofText(order);
	}

	// With the technique's name in it, because tokens are signed with the same key.
	private String signature(String order) {
		try {
			Mac mac = Mac.getInstance(this.key.getAlgorithm());
			mac.init(this.key);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(name() + ":" + order)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
