package dev.jcoyote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The directions in which packages may see each other, and what no package of the library does. */
@AnalyzeClasses(packages = "dev.jcoyote", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the bottom up: a package sees those of lower ranks, and none of its own rank or above. */
    private static final List<List<String>> RANKS = List.of(
            List.of("bridge"),
            List.of("operation"),
            List.of("schedule"),
            List.of("analysis"),
            List.of("search"),
            List.of("strategy"),
            List.of("scheduler"),
            List.of("engine", "sync"),
            List.of("control"),
            List.of("explain"),
            List.of("report"));

    @ArchTest
    static final ArchRule packagesSeeOnlyThoseBelowThem = ranks();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.jcoyote.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule bridgeSeesOnlyTheJdk = classes()
            .that()
            .resideInAPackage("dev.jcoyote.bridge..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.jcoyote.bridge..", "java..", "org.jspecify..")
            .because("it is defined in the boot loader, which finds nothing else")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule installSpiSeesNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("dev.jcoyote.install..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.jcoyote..").and(resideOutsideOfPackage("dev.jcoyote.install..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule libraryKnowsNoFrontEndAndNoAgent = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.jcoyote.agent..",
                    "dev.jcoyote.cli..",
                    "dev.jcoyote.junit..",
                    "net.bytebuddy..",
                    "picocli..",
                    "org.junit..",
                    "ch.qos.logback..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule libraryNeverEndsTheJvm = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("the JVM belongs to the program that uses the library")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule libraryNeverPrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.jcoyote.testing..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("only front ends print")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule strategiesUseNoThreadsFilesOrLogging = noClasses()
            .that()
            .resideInAPackage("dev.jcoyote.strategy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .because("a strategy is a pure function of its seed and of what it is told")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule strategiesReadNoClockAndNoUnseededRandomness = noClasses()
            .that()
            .resideInAPackage("dev.jcoyote.strategy..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "identityHashCode", Object.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .because("the same seed must give the same schedule")
            .allowEmptyShould(true);

    private static ArchRule ranks() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : RANKS.stream().flatMap(List::stream).toList()) {
            layers = layers.layer(name).definedBy("dev.jcoyote." + name + "..");
        }
        layers = layers.layer("api").definedBy("dev.jcoyote", "dev.jcoyote.testing..");
        for (int rank = 0; rank < RANKS.size(); rank++) {
            String[] above = Stream.concat(RANKS.stream().skip(rank + 1L).flatMap(List::stream), Stream.of("api"))
                    .toArray(String[]::new);
            for (String name : RANKS.get(rank)) {
                layers = layers.whereLayer(name).mayOnlyBeAccessedByLayers(above);
            }
        }
        return layers.whereLayer("api").mayNotBeAccessedByAnyLayer().allowEmptyShould(true);
    }
}
