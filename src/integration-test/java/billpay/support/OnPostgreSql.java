package billpay.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test with the shop's ledger in a real PostgreSQL, in a database of its context's
 * own. On a subclass without a line of its own, it runs the tests of the superclass once
 * more.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("postgresql")
@ContextConfiguration(initializers = PostgreSql.NewDatabase.class)
public @interface OnPostgreSql {

}
