package billpay.account.signup;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may sign up: {@code billpay.sign-up.*}.
 *
 * @param browserCapacity how many accounts one browser may open at once
 * @param capacity how many accounts all browsers together may open at once; more than a
 * few classes need
 */
@Validated
@ConfigurationProperties("billpay.sign-up")
record SignUpProperties(@DefaultValue("5") @Min(1) int browserCapacity, @DefaultValue("100") @Min(1) int capacity) {
}
