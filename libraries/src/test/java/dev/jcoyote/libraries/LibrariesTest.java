package dev.jcoyote.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that use libraries as they are meant to be used pass, without a warning, and do the same in each JVM and on
 * each engine; nothing of their executions is left behind.
 */
class LibrariesTest {
    /** Data races that are told of the libraries: what they lose does no harm. */
    private static final List<String> KNOWN_RACES = List.of(
            "Data race on FrequencySketch",
            "Data race on FluxSubscribeOnValue.ScheduledScalar.fusionState",
            "Data race on PoolEntry.connection");

    private static final int FEW = 10;
    private static final int MANY = 1_000;

    /** What a JVM gathers in any case while it runs on: compiled code's data, caches; in kilobytes. */
    private static final int GROWTH = 10_000;

    /** Threads of the JVM and of the tool, which come when they are needed. */
    private static final int THREADS = 4;

    @TempDir
    Path folder;

    private static Stream<Class<?>> bodies() {
        return Stream.of(
                GuavaCache.class,
                CaffeineCache.class,
                NettyLoops.class,
                NettyTimer.class,
                RxJava3.class,
                RxJava3Defaults.class,
                ReactorFlux.class,
                ReactorDefaults.class,
                HikariPool.class,
                LogbackAsync.class,
                KotlinCoroutines.class,
                PekkoActors.class);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFewExecutionsPassAndRepeatThemselves(Class<?> body) throws Exception {
        passesAndRepeatsItself(body, FEW, "PASSED");
    }

    @ParameterizedTest
    @ValueSource(classes = Log4jAsync.class)
    void theNameOfTheHostIsAllThatLog4jAsksTheWorldFor(Class<?> body) throws Exception {
        List<String> warnings = passesAndRepeatsItself(body, FEW, "INCOMPLETE");
        assertThat(warnings).singleElement().asString().contains("Outside control: InetAddress.getLocalHost");
    }

    @Tag("stress")
    @ParameterizedTest
    @MethodSource("bodies")
    void aThousandExecutionsPassAndRepeatThemselves(Class<?> body) throws Exception {
        passesAndRepeatsItself(body, MANY, "PASSED");
    }

    /** Returns the warnings, of which only a verdict that is not PASSED has any. */
    private List<String> passesAndRepeatsItself(Class<?> body, int executions, String verdict) throws Exception {
        ChildJvm first = run(body, "platform", executions, "first");
        ChildJvm second = run(body, otherEngine(), executions, "second");
        List<String> lines = first.lines();
        List<String> others = second.lines();
        assertThat(startingWith(LibraryRun.EXECUTION, lines))
                .hasSize(executions)
                .allMatch(line -> line.contains(" COMPLETED "))
                .isEqualTo(startingWith(LibraryRun.EXECUTION, others));
        for (List<String> all : List.of(lines, others)) {
            assertThat(startingWith(LibraryRun.VERDICT, all)).as("%s", all).containsExactly(verdict);
            assertThat(number(LibraryRun.HEAP, all)).isLessThan(GROWTH);
            assertThat(number(LibraryRun.THREADS, all)).isLessThanOrEqualTo(THREADS);
            System.out.println(body.getSimpleName() + ", " + startingWith(LibraryRun.FIGURES, all));
        }
        List<String> warnings = startingWith(LibraryRun.WARNING, lines).stream()
                .filter(line -> KNOWN_RACES.stream().noneMatch(line::contains))
                .toList();
        if (verdict.equals("PASSED")) {
            assertThat(warnings).isEmpty();
        }
        return warnings;
    }

    private ChildJvm run(Class<?> body, String engine, int executions, String name) throws Exception {
        return new ChildJvm(
                folder.resolve(name), null, LibraryRun.class, body.getName(), engine, Integer.toString(executions));
    }

    private static String otherEngine() {
        return Runtime.version().feature() < 24 ? "platform" : "fiber";
    }

    private static int number(String start, List<String> lines) {
        return Integer.parseInt(startingWith(start, lines).get(0));
    }

    private static List<String> startingWith(String start, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
