package billpay.account.password;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.password.CompromisedPasswordChecker;

/**
 * A new password: 8 to 128 characters (OWASP ASVS 6.2.1, 6.2.9) and not a common one
 * (6.2.4).
 */
@Documented
@Size(min = ValidNewPassword.MIN_LENGTH, max = ValidNewPassword.MAX_LENGTH, message = "{signup.password.length}")
@Constraint(validatedBy = ValidNewPassword.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidNewPassword {

	/** The least number of characters. */
	int MIN_LENGTH = 8;

	/** The greatest number of characters, of the old password too. */
	int MAX_LENGTH = 128;

	/**
	 * The sentence for a common password.
	 * @return a message, or the key of one in braces
	 */
	String message() default "{signup.password.common}";

	/**
	 * When it is checked, as of any constraint.
	 * @return the groups
	 */
	Class<?>[] groups() default {};

	/**
	 * The payload, as of any constraint.
	 * @return the payload
	 */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Asks Spring Security's {@link CompromisedPasswordChecker}.
	 */
	class Validator implements ConstraintValidator<ValidNewPassword, String> {

		private static final CompromisedPasswordChecker checker = new CommonPasswordChecker();

		@Override
		public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
			return !checker.check(password).isCompromised();
		}

	}

}
