package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodFinderTest {
    @TempDir
    private Path folder;

    private Path classes;
    private Program program;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), """
                a/First.java
                package a;
                public class First {
                    static { if (true) throw new AssertionError("initialised"); }
                    public void alone() {}
                    public void both() {}
                    static java.util.concurrent.CompletableFuture<String> async() { return null; }
                    public static void main(String[] arguments) {}
                    private void hidden() {}
                    void takes(int number) {}
                    int counts() { return 1; }
                    public void two() {}
                    public void two(int number) {}
                    public static class Inner { public void deep() {} }
                    public class Bound { public void bound() {} }
                }
                """, """
                b/Second.java
                package b;
                public class Second extends Base {
                    public void both() {}
                    Second() {}
                }
                abstract class Base { public void inherited() {} }
                class NeedsMore { NeedsMore(int number) {} void test() {} }
                """);
        program = Program.open(classes.toString(), null);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void aNameThatOneClassHasIsEnough() {
        assertThat(find("alone")).isEqualTo(new ProgramMethod("a.First", "alone", false));
    }

    @Test
    void nestedClassesAreFoundWithADotOrADollar() {
        assertThat(find("First.Inner.deep").className()).isEqualTo("a.First$Inner");
        assertThat(find("a.First$Inner#deep").className()).isEqualTo("a.First$Inner");
    }

    @Test
    void aMethodThatReturnsAFutureCanBeATest() {
        assertThat(find("async").testName()).isEqualTo("a.First.async");
    }

    @Test
    void mainCanBeATest() {
        assertThat(find("First.main").isMain()).isTrue();
    }

    @Test
    void ofOverloadedMethodsTheOneWithoutParametersIsMeant() {
        assertThat(find("two")).isEqualTo(new ProgramMethod("a.First", "two", false));
    }

    @Test
    void anInheritedMethodIsFoundThroughTheClassThatInheritsIt() {
        assertThat(find("Second.inherited")).isEqualTo(new ProgramMethod("b.Second", "inherited", false));
    }

    @Test
    void aNameThatSeveralClassesHaveIsListed() {
        assertThatThrownBy(() -> find("both"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("names 2 methods")
                .hasMessageContaining("a.First.both")
                .hasMessageContaining("b.Second.both");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestFirst() {
        assertThatThrownBy(() -> find("First.alon"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("There is no method 'First.alon' in " + classes)
                .hasMessageContaining("the nearest first:\n  a.First.alone\n");
    }

    @Test
    void noNameIsAnsweredWithWhatThereIs() {
        assertThatThrownBy(() -> find(null))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("No test method is named: add --method NAME.")
                .hasMessageContaining("a.First.alone");
    }

    @Test
    void aMethodThatCannotBeATestIsAnsweredWithTheReason() {
        assertThatThrownBy(() -> find("hidden")).hasMessageContaining("a.First.hidden is private.");
        assertThatThrownBy(() -> find("takes")).hasMessageContaining("a.First.takes has parameters.");
        assertThatThrownBy(() -> find("counts")).hasMessageContaining("a.First.counts returns a value");
        assertThatThrownBy(() -> find("bound")).hasMessageContaining("no constructor without parameters");
        assertThatThrownBy(() -> find("NeedsMore.test")).hasMessageContaining("no constructor without parameters");
        assertThatThrownBy(() -> find("Base.inherited")).hasMessageContaining("abstract class");
    }

    @Test
    void aDirectoryInsideThePackagesIsNotTakenForTheirRoot() throws IOException {
        try (Program inside = Program.open(classes.resolve("a").toString(), null)) {
            assertThatThrownBy(() -> new MethodFinder(inside).find("alone"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Name the directory that its package begins in");
        }
    }

    @Test
    void aClassOfANewerJavaIsRefusedWithTheJdkThatItNeeds() throws IOException {
        Path file = classes.resolve("a/First.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = (byte) (44 + 99);
        Files.write(file, bytes);

        assertThatThrownBy(() -> find("alone"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is compiled for Java 99")
                .hasMessageContaining("Set JAVA_HOME");
    }

    @Test
    void filesThatOnlyLookLikeClassesAreSkipped() throws IOException {
        Files.writeString(classes.resolve("a/Broken.class"), "not a class");

        assertThat(find("alone").className()).isEqualTo("a.First");
    }

    private ProgramMethod find(String text) {
        return new MethodFinder(program).find(text);
    }
}
