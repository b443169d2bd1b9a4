package billpay;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
	void theLabHasNoWayToTheSessionTheUserAndTheTablesOfTheShop() {
		noClasses().that()
			.resideInAPackage("billpay.lab..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..",
					"org.springframework.security.core..", "java.security.Principal")
			.orShould()
			.dependOnClassesThat()
			.areAssignableTo(HttpSession.class)
			.check(classes());
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("billpay.(**)").should().beFreeOfCycles().check(classes());
	}

	private static JavaClasses classes() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("billpay");
	}

}
