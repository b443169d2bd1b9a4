package billpay;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * The arrows between the rooms.
 */
class ArchitectureTests {

	@Test
	void everyRoomEntersOnlyTheRoomsThatItsPackageInfoNames() {
		ApplicationModules.of(BillPayApplication.class).verify();
	}

}
