package dev.jcoyote.agent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the agent may see: the bridge, the Installer SPI, ASM and the self-attach helper. */
@AnalyzeClasses(packages = "dev.jcoyote.agent", importOptions = DoNotIncludeTests.class)
class AgentArchitectureTest {
    @ArchTest
    static final ArchRule agentSeesOnlyBridgeAndInstallSpiOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.jcoyote.agent..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.jcoyote..")
                    .and(resideOutsideOfPackages(
                            "dev.jcoyote.agent..", "dev.jcoyote.bridge..", "dev.jcoyote.install..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule agentUsesOfByteBuddyOnlyWhatItsJarCarries = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("net.bytebuddy..")
                    .and(resideOutsideOfPackages("net.bytebuddy.jar.asm..", "net.bytebuddy.agent..")))
            .because("the rest is not shaded: it would be missing at run time")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule cacheKnowsNothingOfRewriting = noClasses()
            .that()
            .resideInAPackage("dev.jcoyote.agent.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.jcoyote.agent", "net.bytebuddy..")
            .because("a start that finds all classes loads none of it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.jcoyote.agent.(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
