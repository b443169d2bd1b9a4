package billpay.gateway;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox gateway: {@code billpay.sandbox.*}.
 *
 * @param slowCardDelay how long it takes to answer the slow card
 */
@ConfigurationProperties("billpay.sandbox")
record SandboxProperties(@DefaultValue("6s") Duration slowCardDelay) {
}
