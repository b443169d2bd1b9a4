package billpay.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The shop over real HTTP as one of several nodes, under a name that would do harm if it
 * were not escaped. All tests of a named node share the one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "billpay.node=" + NamedNode.NAME)
public @interface NamedNode {

	/** The node's name. */
	String NAME = "<b>\"node\" & 1</b>";

}
