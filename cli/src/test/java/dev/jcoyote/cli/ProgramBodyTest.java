package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcoyote.TestBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramBodyTest {
    @TempDir
    private Path folder;

    private Path classes;
    private Program program;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), """
                a/Body.java
                package a;
                import java.util.concurrent.*;
                class Body {
                    static int made;
                    private Body() { made++; }
                    void countsInstances() { if (made == 3) throw new IllegalStateException("third"); }
                    static void fails() { throw new IllegalStateException("plain"); }
                    static void joins() { CompletableFuture.failedFuture(new RuntimeException("x")).join(); }
                    CompletionStage<String> stage() {
                        return CompletableFuture.supplyAsync(() -> { throw new IllegalStateException("later"); });
                    }
                    static Future<?> future() {
                        FutureTask<String> task = new FutureTask<>(() -> { throw new java.io.IOException("task"); });
                        new Thread(task).start();
                        return task;
                    }
                    static CompletableFuture<String> nothing() { return null; }
                    public static void main(String[] arguments) {
                        throw new IllegalStateException("main " + arguments.length);
                    }
                }
                class Derived extends Body2 { }
                class Body2 { void inherited() { throw new IllegalStateException(getClass().getName()); } }
                interface Var {
                    static void main(String... arguments) {
                        throw new IllegalStateException("varargs " + arguments.length);
                    }
                }
                class Gone { }
                class Needs { void test() { Gone gone = make(); gone = null; } static Gone make() { return null; } }
                """);
        program = Program.open(classes.toString(), null);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void everyExecutionHasAnInstanceOfItsOwn() throws Throwable {
        TestBody body = body("a.Body", "countsInstances");

        body.run();
        body.run();

        assertThatThrownBy(body::run).isInstanceOf(IllegalStateException.class).hasMessage("third");
    }

    @Test
    void whatTheTestThrowsComesOutUnchanged() {
        assertThatThrownBy(body("a.Body", "fails")::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("plain");
        assertThatThrownBy(body("a.Body", "joins")::run).isInstanceOf(java.util.concurrent.CompletionException.class);
    }

    @Test
    void theStackHasNoFramesOfReflection() {
        TestBody body = body("a.Body", "fails");
        for (int i = 0; i < 300; i++) {
            assertThatThrownBy(body::run)
                    .satisfies(error ->
                            assertThat(error.getStackTrace()[1].getClassName()).isEqualTo(TestCall.class.getName()));
        }
    }

    @Test
    void anInterfacesMethodAndAnArgumentListAreCalled() {
        assertThatThrownBy(prepared(new ProgramMethod("a.Var", "main", true))::run)
                .hasMessage("varargs 0");
    }

    @Test
    void aFailedResultComesOutWithoutItsWrappers() {
        assertThatThrownBy(body("a.Body", "stage")::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("later");
        assertThatThrownBy(body("a.Body", "future")::run)
                .isInstanceOf(IOException.class)
                .hasMessage("task");
    }

    @Test
    void aResultOfNullIsFine() {
        assertThatCode(body("a.Body", "nothing")::run).doesNotThrowAnyException();
    }

    @Test
    void mainGetsNoArguments() {
        TestBody body = prepared(new ProgramMethod("a.Body", "main", true));

        assertThatThrownBy(body::run).hasMessage("main 0");
    }

    @Test
    void anInheritedMethodRunsOnTheClassThatIsNamed() {
        assertThatThrownBy(body("a.Derived", "inherited")::run).hasMessage("a.Derived");
    }

    @Test
    void aClassThatDoesNotLinkIsReportedWithTheClassThatIsMissing() throws IOException {
        ProgramMethod method = new ProgramMethod("a.Needs", "test", false);
        assertThatCode(() -> ProgramBody.check(method, program.newLoader())).doesNotThrowAnyException();
        Files.delete(classes.resolve("a/Gone.class"));

        assertThatThrownBy(() -> ProgramBody.check(method, program.newLoader()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("The class a.Needs cannot be loaded: the class a.Gone is missing.")
                .hasMessageContaining("--classpath");
    }

    @Test
    void checkingInitialisesNothing() throws IOException {
        Path other = Programs.compile(
                folder,
                List.of(),
                "a/Init.java\npackage a; class Init { static { if (true) throw new Error(); } void test() {} }");
        try (Program initialises = Program.open(other.toString(), null)) {
            assertThatCode(() -> ProgramBody.check(new ProgramMethod("a.Init", "test", false), initialises.newLoader()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void missingClassesAreNamedWithDots() {
        assertThat(MissingClass.nameIn(new NoClassDefFoundError("a/b/C"))).isEqualTo("a.b.C");
        assertThat(MissingClass.nameIn(new ClassNotFoundException("a.b.C"))).isEqualTo("a.b.C");
        assertThat(MissingClass.nameIn(new NoClassDefFoundError("Could not initialize class a.b.C")))
                .isNull();
        assertThat(MissingClass.nameIn(new IllegalStateException("a.b.C"))).isNull();
    }

    private TestBody body(String className, String method) {
        return prepared(new ProgramMethod(className, method, false));
    }

    private TestBody prepared(ProgramMethod method) {
        ProgramBody body = new ProgramBody(method, program.newLoader());
        try {
            body.prepare();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
        return body;
    }
}
