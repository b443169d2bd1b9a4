package billpay.demo;

import java.util.List;

/**
 * Who the demo customers are. The module that has the accounts tells the others.
 */
public interface DemoCustomerProvider {

	/**
	 * The demo customers.
	 * @return their names, the longest-standing first
	 */
	List<String> findDemoNames();

}
