package billpay.account.password;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The instructor: {@code billpay.instructor.*}.
 *
 * @param password the password; when it is empty, a new one is generated at every start
 */
@ConfigurationProperties("billpay.instructor")
record InstructorProperties(@DefaultValue("") String password) {

	@Override
	public String toString() {
		return "InstructorProperties[]";
	}

}
