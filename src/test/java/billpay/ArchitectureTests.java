package billpay;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The dependencies between the modules, and between the packages of each.
 */
class ArchitectureTests {

	@Test
	void modulesUseOnlyDeclaredDependencies() {
		ApplicationModules.of(BillPayApplication.class).verify();
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("billpay.(**)")
			.should()
			.beFreeOfCycles()
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("billpay"));
	}

}
