package billpay.account.signup;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the sign-up throttle: {@code billpay.sign-up.*}.
 *
 * @param browserCapacity how many accounts one browser may create at once
 * @param capacity how many accounts all browsers together may create at once; more than a
 * few classes need
 */
@Validated
@ConfigurationProperties("billpay.sign-up")
record SignUpProperties(@DefaultValue("5") @Min(1) int browserCapacity, @DefaultValue("100") @Min(1) int capacity) {
}
