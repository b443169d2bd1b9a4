package billpay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the shop.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BillPayApplication {

	public static void main(String[] args) {
		SpringApplication.run(BillPayApplication.class, args);
	}

}
