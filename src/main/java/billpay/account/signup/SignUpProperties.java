package billpay.account.signup;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may sign up: {@code billpay.sign-up.*}.
 *
 * @param browserCapacity how many accounts one browser may open in a row
 * @param browserRefillInterval after how long it may open one more
 * @param capacity how many accounts all browsers together may open in a row; more than a
 * few classes need
 * @param refillInterval after how long one more may be opened
 */
@Validated
@ConfigurationProperties("billpay.sign-up")
record SignUpProperties(@DefaultValue("5") @Min(1) int browserCapacity,
		@DefaultValue("2m") Duration browserRefillInterval, @DefaultValue("100") @Min(1) int capacity,
		@DefaultValue("1m") Duration refillInterval) {
}
