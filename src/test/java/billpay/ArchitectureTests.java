package billpay;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * The dependencies between the modules.
 */
class ArchitectureTests {

	@Test
	void modulesUseOnlyDeclaredDependencies() {
		ApplicationModules.of(BillPayApplication.class).verify();
	}

}
