package dev.jcoyote.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bugs that people have reported are found within few executions, and not in the versions that have them no more. */
class KnownBugsTest {
    private static final int SEEDS = 10;

    /** How many executions half of the seeds may need at most. */
    private static final int MEDIAN = 200;

    private static final Path JARS = Path.of(System.getProperty("libraries.buggy.jars", "target/buggy"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PoolOfTwoKeys, commons-pool-1.5.jar, deadlock",
        "DisruptorHalt, disruptor-3.3.6.jar, deadlock|livelock",
        "SubscribeAtEnd, rxjava-2.0.8.jar, exception: java.lang.NullPointerException"
    })
    void aBugOfAnOlderVersionIsFound(String body, String jar, String bug) throws Exception {
        isFound(body, JARS.resolve(jar), bug);
    }

    @ParameterizedTest
    @CsvSource({
        "VectorsBothWays, deadlock",
        "DisruptorShutdown, assertion: java.lang.AssertionError: expected 1 but was 0"
    })
    void aBugOfTheNewestVersionIsFound(String body, String bug) throws Exception {
        isFound(body, null, bug);
    }

    @ParameterizedTest
    @CsvSource({"PoolOfTwoKeys", "DisruptorHalt", "SubscribeAtEnd"})
    void theNewerVersionPasses(String body) throws Exception {
        assertThat(search(body, null, 1)).isNotEmpty().allMatch("0 PASSED []"::equals);
    }

    /** Any of the bugs, which bars separate, is what the seeds find. */
    private void isFound(String body, @Nullable Path jar, String bugs) throws Exception {
        List<String> lines = search(body, jar, SEEDS);
        assertThat(lines)
                .hasSize(SEEDS)
                .allMatch(line -> Stream.of(bugs.split("\\|")).anyMatch(bug -> line.contains(" " + bug)));
        List<Integer> executions = lines.stream()
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(' '))))
                .sorted()
                .toList();
        System.out.println(body + " was found in execution " + executions);
        assertThat(executions.get(SEEDS / 2)).isLessThanOrEqualTo(MEDIAN);
    }

    private List<String> search(String body, @Nullable Path jar, int seeds) throws Exception {
        String name = KnownBugsTest.class.getPackageName() + "." + body;
        return new ChildJvm(folder.resolve(body), jar, BugSearch.class, name, "auto", Integer.toString(seeds)).lines();
    }
}
