package billpay.account;

import billpay.web.CookieScope;
import billpay.web.KnownCookie;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * What this room lets a browser keep, beyond any session.
 */
@Configuration(proxyBeanMethods = false)
class LongLivedCookies {

	@Bean
	@Order(1)
	KnownCookie knownVisitorCookie(CookieScope scope) {
		return scope.longLived("BILLPAY_VISITOR", "visitor");
	}

	@Bean
	@Order(2)
	KnownCookie knownBrowserCookie(CookieScope scope) {
		return scope.longLived("BILLPAY_BROWSER", "browser").withSecretValue();
	}

}
