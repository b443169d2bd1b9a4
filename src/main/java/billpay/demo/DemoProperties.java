package billpay.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether the shop has demo customers, bills and add-ons: {@code billpay.demo.*}. The
 * data are SQL in {@code db/demo}.
 *
 * @param enabled switches demo data and everything that tells of them; without it a demo
 * customer who is in the database all the same cannot sign in
 * @param password the password of every demo customer, shown on the sign-in page
 */
@ConfigurationProperties("billpay.demo")
public record DemoProperties(boolean enabled, String password) {
}
