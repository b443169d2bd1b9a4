package billpay.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The test's shop is a node of a cluster as it is shipped: the profile {@code cluster}
 * and no property beside where Redis and PostgreSQL are.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("cluster")
@ContextConfiguration(initializers = { Redis.Address.class, PostgreSql.NewDatabase.class })
public @interface OnCluster {

}
