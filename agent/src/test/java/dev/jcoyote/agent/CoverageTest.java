package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.agent.Coverage.Entry;
import dev.jcoyote.agent.Coverage.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of coverage is complete for the running JDK and true of the agent, and {@code docs/coverage.md} is made of it:
 * with {@code -Dcoverage.write=true} it is made anew.
 */
class CoverageTest {
    private static final int JDK = Runtime.version().feature();
    private static final Path DOCUMENT = Path.of("..", "docs", "coverage.md");

    private final Coverage coverage;

    CoverageTest() throws IOException {
        coverage = Coverage.read();
    }

    @Test
    void everyPublicMethodOfThisJdkIsInTheTable() throws IOException {
        Map<String, Entry> known =
                coverage.entries().stream().collect(Collectors.toMap(Entry::className, Function.identity()));
        List<String> missing = new ArrayList<>();
        for (Class<?> type : ConcurrentApi.types()) {
            Entry entry = known.remove(type.getName());
            if (entry == null) {
                missing.add(type.getName());
            } else {
                Set<String> names = new TreeSet<>(ConcurrentApi.methods(type));
                names.removeIf(name -> entry.how(name) != null);
                names.forEach(name -> missing.add(type.getName() + "." + name));
            }
        }
        assertThat(missing).as("missing in coverage.txt").isEmpty();
        known.values().removeIf(entry -> entry.since() > JDK);
        assertThat(known).as("types that this JDK does not have").isEmpty();
    }

    @Test
    void everyMethodOfTheTableIsInTheJdksThatItNames() throws ClassNotFoundException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : ofThisJdk()) {
            Set<String> names = ConcurrentApi.methods(Class.forName(entry.className()));
            for (Coverage.Method method : entry.all()) {
                boolean expected = method.since() <= JDK && JDK < method.gone();
                // When a method went, and not only that it has gone, is not written down.
                boolean open = method.gone() < Integer.MAX_VALUE && JDK > 17 && JDK < method.gone();
                if (!open && names.contains(method.name()) != expected) {
                    wrong.add(entry.name() + "." + method.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableSaysWhatTheAgentDoesWithCalls() throws ClassNotFoundException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : ofThisJdk()) {
            Class<?> type = Class.forName(entry.className());
            for (String name : ConcurrentApi.methods(type)) {
                How actual = ConcurrentApi.atTheCall(type, name);
                How said = entry.how(name);
                boolean unseen = said == How.INSIDE || said == How.VALUE;
                if (actual != said && !(unseen && (actual == How.PLAIN || actual == How.WAIT))) {
                    wrong.add(entry.name() + "." + name + " is " + actual + ", not " + said);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Stream<Entry> all() {
        return coverage.entries().stream();
    }

    private List<Entry> ofThisJdk() {
        return all().filter(entry -> entry.since() <= JDK).toList();
    }

    @Test
    void everyTestThatTheTableNamesIsThere() {
        List<String> missing = all().flatMap(entry -> entry.tests().stream())
                .distinct()
                .filter(test -> !exists(test))
                .toList();
        assertThat(missing).isEmpty();
        assertThat(all().filter(entry -> entry.tests().isEmpty())).isEmpty();
    }

    private static boolean exists(String test) {
        String[] parts = test.split("\\.");
        try {
            Class<?> type =
                    Class.forName("dev.jcoyote.scenarios." + parts[0], false, CoverageTest.class.getClassLoader());
            return parts.length == 1
                    || Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(method -> method.getName().equals(parts[1]));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void theDocumentIsMadeOfTheTable() throws IOException {
        String document = Files.readString(DOCUMENT);
        String renewed = CoverageDocument.renew(document, coverage);
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(DOCUMENT, renewed);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dcoverage.write=true and commit the document")
                .isEqualTo(renewed);
    }
}
