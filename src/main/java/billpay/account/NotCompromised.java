package billpay.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.password.CompromisedPasswordChecker;

/**
 * A new password must not be one of those that everybody tries first.
 */
@Documented
@Constraint(validatedBy = NotCompromised.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface NotCompromised {

	/**
	 * The sentence at the field.
	 * @return a message, or the key of one in braces
	 */
	String message() default "{signup.password.common}";

	/**
	 * When it is checked, as of any constraint.
	 * @return the groups
	 */
	Class<?>[] groups() default {};

	/**
	 * What goes with it, as of any constraint.
	 * @return the payload
	 */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Asks Spring Security's {@link CompromisedPasswordChecker}.
	 */
	class Validator implements ConstraintValidator<NotCompromised, String> {

		private static final CompromisedPasswordChecker checker = new CommonPasswordChecker();

		@Override
		public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
			return !checker.check(password).isCompromised();
		}

	}

}
